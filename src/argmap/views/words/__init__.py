"""The words for statuses, names and numbers: the only room that words them."""
