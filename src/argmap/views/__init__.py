"""Texts made from findings: pages, pictures, reports, answers; no file access, no analysis."""
