"""The demo's club books: decision, venue, rules, plan, and who lets everybody know the meetings.

They are drawn from a stream of their own, so that what stands in other parts stays as it was.
"""

from random import Random

from sqlalchemy import update

from portal.clubs.models import Club, ClubPlan, ClubRules
from portal.db import session
from portal.demo.words import read
from portal.demo.world import Group, World, keep

OPEN = 0.4
SEATS = (30, 40, 60, 80)


def add_club_books(world: World) -> None:
    """One for each club."""
    rng = Random(f"{world.clients[0].client.pid}/club-books")
    words = read("club_books")
    for group in world.groups:
        values = {
            "proposing_agency": rng.choice(words["agencies"]),
            "proposal": rng.choice(words["proposals"]),
            "decided_on": group.seat.founded_on,
            "file_number": f"HS-{rng.randint(100, 999)}",
            "venue": f"{rng.choice(words['venues'])} {group.seat.commune.name}",
            "venue_address": f"Số {rng.randint(1, 300)}, {group.seat.commune.name}",
            "venue_capacity": rng.choice(SEATS),
            "shows_meetings": rng.random() < OPEN,
        }
        session().execute(update(Club).where(Club.id == group.club.id).values(**values))
    keep(_rules(group, words["rules"]) for group in world.groups)
    keep(_plan(group, world, words["topics"], rng) for group in world.groups)


def _rules(group: Group, articles: list[str]) -> ClubRules:
    text = "\n".join(f"Điều {n}. {article}" for n, article in enumerate(articles, 1))
    return ClubRules(club_id=group.club.id, number=1, from_on=group.seat.founded_on, text=text)


def _plan(group: Group, world: World, topics: list[str], rng: Random) -> ClubPlan:
    months = "\n".join(rng.sample(topics, 12))
    return ClubPlan(club_id=group.club.id, year=world.today.year, topics=months)
