"""Import and export of the tables fixed for those who drive the program from outside."""
