"""Discourse graphs: claims, evidence, questions and sources as notes, joined by typed links."""
