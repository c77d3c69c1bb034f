"""The picture of a map as values: scene, layout, lines, SVG."""
