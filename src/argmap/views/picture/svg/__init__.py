"""A scene written as SVG."""
