"""Bibliographies beside the claim files: BibTeX and CSL JSON, from which sources are filled in."""
