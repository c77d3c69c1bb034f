"""Labels of claims and relations under a semantics, and the words for them."""
