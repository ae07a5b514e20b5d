"""What is typed about plans, targets, tasks and figures, by noun."""
