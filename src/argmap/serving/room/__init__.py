"""The room: people with phones say what they think of the claims of a map, and see what follows."""
