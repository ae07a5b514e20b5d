"""The outbox, the closed list of message templates, and the worker that drains it."""
