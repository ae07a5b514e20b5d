"""Administrative units by the days they were in force, their successors, distances, wage zones."""
