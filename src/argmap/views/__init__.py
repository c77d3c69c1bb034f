"""Findings to text: pages, pictures, reports, answers; no file access, no analysis."""
