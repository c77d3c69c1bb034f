"""Random maps, and maps written in a few characters, for tests."""
