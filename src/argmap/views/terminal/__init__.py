"""Findings as text for a terminal, a file per command."""
