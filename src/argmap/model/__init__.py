"""What is claimed: frozen values, standard library only."""
