"""The maps of Rationale, a program of 2005 to 2010: scripts that draw a map box by box."""
