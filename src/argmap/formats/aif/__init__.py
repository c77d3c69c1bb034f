"""The Argument Interchange Format: nodesets of AIFdb, and xAIF as OVA3 writes it."""
