"""Our own formats, written: claim files, and the same tree as JSON."""
