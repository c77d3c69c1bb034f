"""The interactive page: one file that works offline."""
