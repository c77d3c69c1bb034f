"""The reader of claim files; no other package imports YAML or pydantic."""
