"""Checks: a map (and documents' texts, and statuses) to diagnostics; pure, in a fixed order."""
