"""A map as an outline with numbers, to publish or to go on writing; not read back."""
