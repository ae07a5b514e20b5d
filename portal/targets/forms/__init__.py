<<<<<<< HEAD
"""What was typed on pages of targets, by noun."""
=======
"""What is typed about plans, targets, figures, reports and registers, by noun."""
>>>>>>> main
