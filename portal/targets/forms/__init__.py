"""What is typed about plans, figures, reports and registers, by noun."""
