"""A synthetic province: invented people, real places."""
