"""Argdown, the text format of argdown.org: its own lexer and parser, a reader and a writer."""
