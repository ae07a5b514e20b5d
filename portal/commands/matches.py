"""portal match: the lists of a person, of an opening, of everyone, for comparing."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from tqdm import tqdm

from portal.commands import ground
from portal.commands.ground import add, say
from portal.matching.lists import ClientLists, Match, OpeningList, as_json, opening_as_json
from portal.matching.service import (
    lists_for_all,
    lists_for_client_code,
    lists_for_opening_code,
)


def add_commands(commands: ground.Commands) -> None:
    """Add what compares people and openings."""
    match = add(commands, "match", _match, "which openings fit whom today, and why")
    asked = match.add_mutually_exclusive_group(required=True)
    asked.add_argument("--client", metavar="CODE")
    asked.add_argument("--opening", metavar="CODE", help="a vacancy or a class")
    asked.add_argument("--all", action="store_true", help="every client")
    match.add_argument("--json", action="store_true")


def _match(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=False):
        if asked.opening:
            _say_opening(lists_for_opening_code(asked.opening), asked.json)
        elif asked.client:
            _say_client(lists_for_client_code(asked.client), asked.json)
        else:
            _say_all(_with_progress(*lists_for_all()), asked.json)


def _with_progress(total: int, found: Iterator[ClientLists]) -> Iterable[ClientLists]:
    bar: Iterable[ClientLists] = tqdm(
        found, total=total, unit="client", disable=not sys.stderr.isatty()
    )
    return bar


def _say_all(everyone: Iterable[ClientLists], in_json: bool) -> None:
    """One line a person in JSON too: a nation's lists need not fit into memory."""
    if not in_json:
        for found in everyone:
            _say_client(found, in_json)
        return
    before = "{"
    for found in everyone:
        say(f"{before}\n{_json(found.client)}: {_json(as_json(found))}".lstrip("\n"))
        before = ","
    say("{}" if before == "{" else "}")


def _say_client(found: ClientLists, in_json: bool) -> None:
    if in_json:
        return say(_json(as_json(found)))
    say(f"{found.client}  {found.on.isoformat()}")
    for kind, matches in (("vacancy", found.vacancies), ("class", found.classes)):
        for match in matches:
            say(f"  {match.score:4}  {kind:8} {match.code:24} {_doubts(match)}".rstrip())
    for near in found.near:
        say(f"  {near.score:4}  near     {near.code:24} missing: {near.missing}")
    for way in found.pathways:
        say(f"  {way.unlocks:+4}  pathway  {way.code}")
    return None


def _doubts(match: Match) -> str:
    doubtful = [name for name, state in match.criteria.items() if state == "unproven"]
    return f"unproven: {', '.join(doubtful)}" if doubtful else ""


def _say_opening(found: OpeningList, in_json: bool) -> None:
    if in_json:
        return say(_json(opening_as_json(found)))
    say(f"{found.opening}  {found.on.isoformat()}  fits {found.total}")
    for person in found.clients:
        say(f"  {person.score:4}  {person.code}")
    return None


def _json(what: Any) -> str:
    return json.dumps(what, ensure_ascii=False)
