"""Who holds what: readers, positions, sources."""
