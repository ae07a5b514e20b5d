"""What may be asked about matches: of today, for those who may know.

The commands ask by import codes and know no actor; pages ask for one person within a scope.
"""

from portal.matching.service.kept import openings, snapshot
from portal.matching.service.listing import (
    lists_for_all,
    lists_for_client_code,
    lists_for_opening_code,
)

__all__ = [
    "lists_for_all",
    "lists_for_client_code",
    "lists_for_opening_code",
    "openings",
    "snapshot",
]
