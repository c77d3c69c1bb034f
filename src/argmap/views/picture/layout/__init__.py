"""The place of every card."""
