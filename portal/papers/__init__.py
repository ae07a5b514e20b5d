"""What official papers of every room share: their words, and the pieces of a Word document."""
