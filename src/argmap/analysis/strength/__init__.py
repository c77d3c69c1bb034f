"""The strength of claims, and the probability that they stand, if their premises are in doubt."""
