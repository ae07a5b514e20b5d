"""portal report: one official report, written to a file."""

import argparse
import sys
from pathlib import Path

from tqdm import tqdm

from portal.commands import ground
from portal.commands.ground import add, say
from portal.files import write_whole
from portal.targets import service as targets
from portal.targets.reports.formats import FORMATS


def add_commands(commands: ground.Commands) -> None:
    """Add what writes papers."""
    report = add(commands, "report", _report, "one official report of a place on a plan")
    report.add_argument("plan", metavar="PLAN", help="its number, such as 257/KH-UBND")
    report.add_argument("--place", metavar="CODE", required=True)
    report.add_argument(
        "--period",
        required=True,
        help="2026, 2026-H1, 2026-Q3, 2026-07 or 2026-03-01..2026-05-20",
    )
    report.add_argument("--format", choices=tuple(FORMATS), required=True)
    report.add_argument("--out", metavar="FILE", type=Path, required=True)


def _report(asked: argparse.Namespace) -> None:
    with (
        ground.installation().transaction(writes=False),
        tqdm(unit="step", disable=not sys.stderr.isatty()) as bar,
    ):

        def progress(done: int, of: int) -> None:
            bar.total = of + 1
            bar.update(done - bar.n)

        report = targets.official_report(asked.plan, asked.place, asked.period, progress=progress)
        write_whole(FORMATS[asked.format].write(report), asked.out)
        bar.update()
    say(f"{report.head.abstract}, {report.head.period}: {asked.out}")
