"""Plans, periods, indicators and verdicts."""
