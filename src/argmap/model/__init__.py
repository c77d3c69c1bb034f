"""The frozen data classes of an argument map, written with the standard library alone."""
