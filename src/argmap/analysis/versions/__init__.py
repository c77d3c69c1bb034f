"""Differences between two versions of a map."""
