"""Labels of claims and relations under a semantics, and their words."""
