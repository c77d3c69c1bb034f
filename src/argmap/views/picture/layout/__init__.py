"""The positions of all cards and chapters."""
