"""All minimal premise sets and rejection sets of a goal."""
