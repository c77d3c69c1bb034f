"""Maps in tables: CSV files and workbooks, with columns that are told by their headings."""
