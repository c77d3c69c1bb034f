"""The course of every line."""
