"""Who signs in: users, posts, sessions, second factor, cards."""
