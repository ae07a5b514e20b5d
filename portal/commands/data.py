"""portal demo, portal import, portal export."""

import argparse
from pathlib import Path

from portal import demo
from portal.chores import JOBS
from portal.commands import ground
from portal.commands.ground import add, say


def add_commands(commands: ground.Commands) -> None:
    """Add what fills and empties tables."""
    filler = add(commands, "demo", _demo, "fill an empty database with a synthetic province")
    filler.add_argument("--clients", type=int, default=demo.CLIENTS)
    filler.add_argument("--seed", type=int, default=demo.SEED)
