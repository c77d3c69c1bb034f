"""Theme, fonts, signs and source tags."""
