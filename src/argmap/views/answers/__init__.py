"""Findings as JSON, SARIF and GitHub annotations."""
