"""Formats in which a map is drawn by other programs; they are written, and not read."""
