"""The aftercare portal. The map of the package is kept here; no code."""
