"""On which premises a claim rests, and what rests on a claim."""
