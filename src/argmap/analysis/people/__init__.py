"""Readers, positions and sources: the people behind claims."""
