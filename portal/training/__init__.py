"""Training providers, courses, classes, seats and rosters. Knows no member."""
