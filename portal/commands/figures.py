"""portal targets, portal search: what the portal reckons, for comparing."""

import argparse
import json
from datetime import date
from typing import Any

from sqlalchemy import select

from portal import search
from portal.clubs.models import Club
from portal.commands import ground
from portal.commands.ground import add, say
from portal.db import session
from portal.errors import RuleBroken
from portal.jobs.models import Vacancy
from portal.search.protocol import Hit
from portal.targets import service as targets
from portal.training.models import Course

TITLED: dict[str, Any] = {
    "job": (Vacancy, Vacancy.title),
    "course": (Course, Course.title),
    "club": (Club, Club.name),
}


def add_commands(commands: ground.Commands) -> None:
    """Add what reckons."""
    plans = add(commands, "targets", _targets, "every target with its figures and state")
    plans.add_argument("--plan", metavar="NUMBER")
    plans.add_argument("--on", metavar="DATE", type=date.fromisoformat)
    plans.add_argument("--json", action="store_true")
    finder = add(commands, "search", _search, "what the open pages find")
    finder.add_argument("text")
    finder.add_argument("--kind", choices=("job", "course", "club"))
    finder.add_argument("--json", action="store_true")


def _targets(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=False):
        rows = [targets.as_json(row) for row in targets.target_rows(asked.plan, asked.on)]
    if asked.json:
        return _print_json(rows)
    for row in rows:
        share = f"{row['numerator']}/{row['denominator']}"
        say(f"{row['target']:8} {row['map']:11} {share:>12} {row['value']!s:>6} {row['state']}")
    return None


def _search(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=False):
        rooms = search.current()
        if asked.kind and asked.kind not in rooms.kinds:
            raise RuleBroken(f"this site does not find {asked.kind}s (PORTAL_SITE)")
        kinds = (asked.kind,) if asked.kind else tuple(set(rooms.kinds) - {"counselling_point"})
        hits = rooms.find(asked.text, kinds, limit=1000).hits
        titles = {kind: _titles(kind, [h.id for h in hits if h.kind == kind]) for kind in kinds}
        rows = [_as_json(hit, titles[hit.kind]) for hit in hits if hit.id in titles[hit.kind]]
    if asked.json:
        return _print_json(rows)
    for row in rows:
        say(f"{row['score']:.3f}  {row['kind']:7} {row['code']:24} {row['title']}")
    return None


def _titles(kind: str, codes: list[str]) -> dict[str, str]:
    """The titles of the records found, by code."""
    model, title = TITLED[kind]
    found = session().execute(select(model.code, title).where(model.code.in_(codes)))
    return {code: words for code, words in found}


def _as_json(hit: Hit, titles: dict[str, str]) -> dict[str, Any]:
    score = round(hit.score, 6)
    return {"kind": hit.kind, "code": hit.id, "title": titles[hit.id], "score": score}


def _print_json(what: Any) -> None:
    say(json.dumps(what, ensure_ascii=False, indent=1))
