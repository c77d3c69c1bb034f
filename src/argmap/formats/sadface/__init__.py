"""SADFace, the Simple Argument Description Format: atoms and schemes as JSON."""
