"""portal targets, portal search: what the portal reckons, for comparing."""

import argparse
import json
from datetime import date
from typing import Any

from portal import search
from portal.commands import ground
from portal.commands.ground import add, say
from portal.errors import RuleBroken
from portal.targets import service as targets


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
        rows = [{"kind": hit.kind, "code": hit.id, "score": hit.score} for hit in hits]
    if asked.json:
        return _print_json(rows)
    for row in rows:
        say(f"{row['score']:.3f}  {row['kind']:7} {row['code']}")
    return None


def _print_json(what: Any) -> None:
    say(json.dumps(what, ensure_ascii=False, indent=1))
