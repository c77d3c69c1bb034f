"""Claim files in: the one door to YAML and pydantic."""
