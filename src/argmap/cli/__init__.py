"""The command line, one file per command; no other package imports click."""
