"""The interactive page: a single HTML file that works offline."""
