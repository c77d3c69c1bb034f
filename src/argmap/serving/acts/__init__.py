"""The acts that can be asked for in the browser."""
