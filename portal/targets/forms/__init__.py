"""What officers type, by noun."""
