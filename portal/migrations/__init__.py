"""The steps that brought the tables to their present form, one file each, in order."""
