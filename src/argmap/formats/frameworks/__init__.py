"""Abstract frameworks in the formats of solvers; reading them needs no pydantic, no networkx."""
