"""Changes to claim files: texts in, texts out."""
