"""One person beside many openings, or one opening beside many people: what the two share."""

from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np

from portal.matching.arrays import Classes, Clients, Ints, Vacancies, prefixes
from portal.matching.rows import ClientRow

Kind = TypeVar("Kind", Vacancies, Classes)

# Farther than any reach: where a commune without coordinates meets another commune.
FAR = 1 << 62


@dataclass(frozen=True)
class Pairs(Generic[Kind]):
    """Two sides of which one has a single row, so that their columns broadcast.

    Each array counts, a pair, the words that the two have in common.
    """

    clients: Clients
    openings: Kind
    commune: Ints  # 1 where they live and work in one commune
    taken: Ints  # 1 where the opening is no longer to be suggested to the person
    blocked: Ints  # 1 where the person blocks the employer
    prefix: Ints  # digits in common of the occupation and the best of the wishes
    must_held: Ints
    must_proven: Ints
    asked_held: Ints
    asked_proven: Ints

    @property
    def size(self) -> int:
        return len(self.taken)

    @cached_property
    def d2(self) -> Ints:
        """The square of the distance, in steps of 100 m.

        A commune without coordinates is at no distance from itself and out of reach of others.
        """
        people, places = self.clients, self.openings
        dx = ((people.x - places.x) * places.q) >> 10
        dy = people.y - places.y
        known = people.placed & places.placed
        unknown = np.where(self.commune > 0, 0, FAR)
        return np.where(known, dx * dx + dy * dy, unknown)


def of_client(client: ClientRow, openings: Kind) -> Pairs[Kind]:
    """One person beside every opening of a kind."""
    held = client.held
    return Pairs(
        Clients([client]),
        openings,
        commune=openings.communes.count([client.commune]),
        taken=openings.codes.count(client.taken),
        blocked=openings.employers.count(client.blocked),
        prefix=openings.occupations.count(prefixes(client.wanted)),
        must_held=openings.must.count(held),
        must_proven=openings.must.count(client.proven),
        asked_held=openings.asked.count(held),
        asked_proven=openings.asked.count(client.proven),
    )


def of_opening(clients: Clients, opening: Kind) -> Pairs[Kind]:
    """Every person beside one opening, given as a side of one row."""
    (row,) = opening.rows
    asked = row.must | row.nice
    return Pairs(
        clients,
        opening,
        commune=clients.communes.count([row.commune]),
        taken=clients.taken.count([row.code]),
        blocked=clients.blocked.count([row.employer]),
        prefix=clients.wanted.count(prefixes([row.occupation])),
        must_held=clients.held.count(row.must),
        must_proven=clients.proven.count(row.must),
        asked_held=clients.held.count(asked),
        asked_proven=clients.proven.count(asked),
    )
