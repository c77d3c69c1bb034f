"""A map as a vault of Obsidian, to read and to go on writing; not read back."""
