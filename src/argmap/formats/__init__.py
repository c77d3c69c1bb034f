"""Files of other people's formats, read as maps and written from maps; a module for each."""
