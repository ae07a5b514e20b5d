"""How many people it takes for none of them to be seen in a number."""

FEWEST = 5
