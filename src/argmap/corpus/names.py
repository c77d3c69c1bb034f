"""Names of what a corpus consists of."""

from __future__ import annotations

HERE = "."
"""The path of a map whose claim files lie in the folder of the corpus itself."""
PARTS = ".parts"
"""The end of the name of the folder with the parts of a store."""
STORES = (".duckdb", f".duckdb{PARTS}")
"""The ends of the names of what a build makes, and does not read."""
