"""The commands of `argmap corpus`, one per file."""
