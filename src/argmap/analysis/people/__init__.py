"""The people behind a map: its readers, the positions they can take, its sources."""
