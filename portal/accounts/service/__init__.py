"""What may happen with users, their posts and their sessions, by noun."""
