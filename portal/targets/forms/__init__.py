"""What is typed about plans, targets, figures, reports and registers, by noun."""
