"""The map as mathematics: a networkx graph, a framework, an outline, roles."""
