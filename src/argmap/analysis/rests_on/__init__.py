"""The premises on which a claim rests, and the claims that rest on it."""
