"""What was typed on pages of targets, by noun."""
