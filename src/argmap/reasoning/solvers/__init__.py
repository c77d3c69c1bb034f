"""Adapters for the solvers (CaDiCaL, RC2, clingo), and the oracle interface that they implement."""
