"""Changes to claim files, from text to text, so that comments and layout stay."""
