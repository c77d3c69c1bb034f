"""Many maps at once: built into one store, searched, counted, joined where they say the same."""
