"""The documents that claims were taken from: paragraphs and quotations."""
