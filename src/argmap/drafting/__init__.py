"""Drafts of claims, proposed from a document."""
