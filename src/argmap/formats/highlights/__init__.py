"""Highlights that readers made in pages and PDFs: each is the draft of a claim."""
