"""What is fast enough, measured as ratios in one run on whatever machine this is."""
