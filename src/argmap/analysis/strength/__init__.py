"""How strong and how probable claims are, by credences and weights; and what makes them so."""
