"""Questions about a map; each answer is a frozen finding."""
