"""Full-text search of open entries: one protocol, two engines; never a person.

Callers use `protocol` (what goes in and comes out) and `rooms.open_rooms` (where it is kept);
`words` is the one folding and the one reckoning that both engines share.
"""
