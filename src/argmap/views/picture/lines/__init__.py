"""The paths of all lines between cards."""
