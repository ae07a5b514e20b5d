"""portal demo, portal import, portal export."""

import argparse
from functools import partial
from pathlib import Path

from portal.chores import JOBS
from portal.commands import ground
from portal.commands.ground import add, say, warn
from portal.demo import province as demo
from portal.exchange.service import run_export, run_import
from portal.exchange.tables import TABLES
from portal.messages import worker


def add_commands(commands: ground.Commands) -> None:
    """Add what fills and empties tables."""
    filler = add(commands, "demo", _demo, "fill an empty database with a synthetic province")
    filler.add_argument("--clients", type=int, default=demo.CLIENTS)
    filler.add_argument("--seed", type=int, default=demo.SEED)
    reader = add(commands, "import", _import, "take in a table, all rows or none")
    reader.add_argument("--dry-run", action="store_true", help="say what would happen")
    writer = add(commands, "export", _export, "give out a table in the same columns")
    for parser in (reader, writer):
        parser.add_argument("kind", metavar="KIND", choices=tuple(TABLES), help=", ".join(TABLES))
        parser.add_argument("file", metavar="FILE", type=Path, help="a .csv or .xlsx")


def _demo(asked: argparse.Namespace) -> None:
    demo.fill(ground.installation(), clients=asked.clients, seed=asked.seed)
    say(f"filled with {asked.clients} clients, seed {asked.seed}")


def _import(asked: argparse.Namespace) -> None:
    installation = ground.installation()
    with installation.transaction(writes=True):
        report = run_import(asked.kind, asked.file, dry_run=asked.dry_run)
    for warning in report.warnings:
        warn(warning)
    would = "would be " if asked.dry_run else ""
    say(
        f"{report.kind}: {would}{report.new} new, {report.changed} changed, "
        f"{report.unchanged} unchanged"
    )
    worker.drain(partial(installation.transaction, writes=True), JOBS)


def _export(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=True):
        count = run_export(asked.kind, asked.file)
    say(f"{asked.kind}: {count} rows in {asked.file}")
