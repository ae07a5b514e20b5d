"""portal targets, portal search: what the portal reckons, for comparing."""

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Select, select

from portal import search
from portal.clubs.models import Club
from portal.commands import ground
from portal.commands.ground import add, say
from portal.db import session
from portal.errors import RuleBroken
from portal.jobs.models import Vacancy
from portal.jobs.service import open_vacancies
from portal.search.protocol import Hit
from portal.targets import service as targets
from portal.training.models import Course
from portal.training.service import open_courses

PIDS = {"job": Vacancy.pid, "course": Course.pid, "club": Club.pid}


def add_commands(commands: ground.Commands) -> None:
    """Add what reckons."""
    plans = add(commands, "targets", _targets, "every target with its figures and state")
    plans.add_argument("--plan", metavar="NUMBER")
    plans.add_argument("--on", metavar="DATE", type=ground.day)
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
        known = row["numerator"] is not None
        share = f"{row['numerator']}/{row['denominator']}" if known else "-"
        value = "-" if row["value"] is None else row["value"]
        say(f"{row['target']:8} {row['map']:11} {share:>12} {value:>6} {row['state']}")
    return None


def _search(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=False):
        rooms = search.current()
        if asked.kind and asked.kind not in rooms.kinds:
            raise RuleBroken(f"this site does not find {asked.kind}s (PORTAL_SITE)")
        kinds = (asked.kind,) if asked.kind else tuple(set(rooms.kinds) - {"counselling_point"})
        hits = rooms.find(asked.text, kinds, limit=1000).hits
        rows = list(_with_titles(hits))
    if asked.json:
        return _print_json(rows)
    for row in rows:
        say(f"{row['score']:.3f}  {row['kind']:7} {row['code']:24} {row['title']}")
    return None


def _with_titles(hits: Iterable[Hit]) -> Iterator[dict[str, Any]]:
    """The hits that are open today, best first, equals by code."""
    by_kind: dict[str, dict[str, float]] = {}
    for hit in hits:
        by_kind.setdefault(hit.kind, {})[hit.id] = round(hit.score, 6)
    rows = [
        {"kind": kind, "code": code, "title": title, "score": scores[pid]}
        for kind, scores in by_kind.items()
        for pid, code, title in session().execute(_titled(kind).where(PIDS[kind].in_(scores)))
    ]
    yield from sorted(rows, key=lambda row: (-row["score"], row["code"]))


def _titled(kind: str) -> Select[Any, Any, Any]:
    if kind == "job":
        return open_vacancies().with_only_columns(Vacancy.pid, Vacancy.code, Vacancy.title)
    if kind == "course":
        return open_courses().with_only_columns(Course.pid, Course.code, Course.title)
    return select(Club.pid, Club.code, Club.name)


def _print_json(what: Any) -> None:
    say(json.dumps(what, ensure_ascii=False, indent=1))
