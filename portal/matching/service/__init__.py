"""What may be asked about matches: of today, for those who may know.

The commands ask by import codes and know no actor; pages ask for one person within a scope.
"""

from portal.matching.service.kept import openings, snapshot
from portal.matching.service.listing import (
    lists_for_all,
    lists_for_client_code,
    lists_for_opening_code,
)
from portal.matching.service.suggestions import explain_own, offers_of, own_best, own_offers
from portal.matching.service.suitable import write_suitable

__all__ = [
    "explain_own",
    "lists_for_all",
    "lists_for_client_code",
    "lists_for_opening_code",
    "offers_of",
    "openings",
    "own_best",
    "own_offers",
    "snapshot",
    "write_suitable",
]
