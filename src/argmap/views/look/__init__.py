"""The look that page, picture and report share: theme, fonts, signs and source tags."""
