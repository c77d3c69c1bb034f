"""Gradual semantics: how strong each node of a network is, between 0 and 1 (numpy)."""
