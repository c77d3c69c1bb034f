"""Minimal sets of grants: the premise sets and the rejection sets of a goal."""
