"""How strong claims are, and what makes them so."""
