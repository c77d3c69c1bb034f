"""The probability that something is derivable and that it stands, if its grounds are in doubt."""
