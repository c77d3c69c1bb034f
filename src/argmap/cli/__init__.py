"""The command line, one command a file: the one door to click."""
