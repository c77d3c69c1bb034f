"""Strengths and probabilities of claims, by credences and weights, and their sources."""
