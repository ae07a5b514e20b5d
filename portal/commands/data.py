"""portal demo, portal import, portal export."""

import argparse

from portal.commands import ground
from portal.commands.ground import add, say
from portal.demo import province as demo


def add_commands(commands: ground.Commands) -> None:
    """Add what fills and empties tables."""
    filler = add(commands, "demo", _demo, "fill an empty database with a synthetic province")
    filler.add_argument("--clients", type=int, default=demo.CLIENTS)
    filler.add_argument("--seed", type=int, default=demo.SEED)


def _demo(asked: argparse.Namespace) -> None:
    demo.fill(ground.installation(), clients=asked.clients, seed=asked.seed)
    say(f"filled with {asked.clients} clients, seed {asked.seed}")
