"""Figures from a file sent in the browser: the same check, and only one's own places."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from portal import clock
from portal.access import Actor
from portal.errors import RuleBroken
from portal.exchange.cells import quoted
from portal.exchange.known import Known
from portal.exchange.report import ImportReport
from portal.exchange.service import import_table
from portal.exchange.table import Facts, Flaw, Rule, Table
from portal.exchange.tables.targets import FIGURES
from portal.places.service import find_unit
from portal.targets.periods import parse_period
from portal.targets.scope import is_own_place
from portal.targets.service.figures import refuse_closed


def import_figures(
    actor: Actor, name: str, content: bytes, *, dry_run: bool = False
) -> ImportReport:
    """Import the figures of a file, all or none; ImportRefused says all that is wrong with it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"figures{Path(name).suffix}"
        path.write_bytes(content)
        return import_table(_own_figures(actor), path, actor=actor, dry_run=dry_run)


def _own_figures(actor: Actor) -> Table:
    own: Rule = partial(_of_own_place, actor)
    return replace(FIGURES, rules=(*FIGURES.rules, own), fresh=partial(_entered_by, actor))


def _of_own_place(actor: Actor, new: Facts, old: Facts | None, known: Known) -> Iterator[Flaw]:
    last, code = parse_period(new["period"]).last, new["place_code"]
    if find_unit(code, last) and not is_own_place(actor, code, last):
        yield "place_code", f"{quoted(code)} is not one of your places"
    if old is None or any(old[name] != new[name] for name in FIGURES.names):
        try:
            refuse_closed(code, new["period"])
        except RuleBroken as refusal:
            yield "period", refusal.message


def _entered_by(actor: Actor) -> dict[str, Any]:
    return {"entered_at": clock.now(), "entered_by": actor.user, "replaced_at": None}
