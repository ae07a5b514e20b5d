"""Full-text search of open entries: one protocol, two engines."""
