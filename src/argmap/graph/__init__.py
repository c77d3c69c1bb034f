"""Mathematical forms of a map: networkx graphs, a logical framework, an outline, roles."""
