"""Paper and slides: what of a map can be read on a sheet, and all of it as a list."""
