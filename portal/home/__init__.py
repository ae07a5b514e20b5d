"""Start pages of each role, the search page, and a member's own data."""
