"""Readers of abstract frameworks in the formats of solvers; they need no pydantic, no networkx."""
