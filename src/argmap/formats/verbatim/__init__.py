"""Verbatim, the debaters' template for Word: files of cards, each a claim with its evidence."""
