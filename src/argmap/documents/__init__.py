"""The documents from which claims were taken: paragraphs and quotations."""
