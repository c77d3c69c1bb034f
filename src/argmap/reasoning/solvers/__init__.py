"""Solver adapters: python-sat, clingo, brute force."""
