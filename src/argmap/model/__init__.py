"""The values that describe an argument map: frozen, and of the standard library alone."""
