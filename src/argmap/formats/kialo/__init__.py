"""The text that Kialo exports: numbered claims, each for or against the one above it."""
