"""A solver library: integers in, labellings out; it knows nothing else of ours."""
