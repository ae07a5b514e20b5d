"""Which opening fits which client, and why."""
