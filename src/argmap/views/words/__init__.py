"""The words for statuses, names and numbers, which all outputs take from here."""
