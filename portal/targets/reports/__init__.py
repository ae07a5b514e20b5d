"""Reports of a place for a period: their figures, and the way they go from commune to province."""
