"""What every command stands on: how it is added, the installation, and its two voices."""

import argparse
import sys
from datetime import date
from typing import Any

from portal import config, schema
from portal.errors import RuleBroken
from portal.installation import Installation, open_installation

Commands = Any  # argparse gives the type of its subparsers no public name


def say(line: str) -> None:
    """One line of what the command has to tell."""
    sys.stdout.write(line + "\n")


def warn(line: str) -> None:
    """One line that is not the result."""
    sys.stderr.write(line + "\n")


def add(commands: Commands, name: str, act: Any, says: str) -> argparse.ArgumentParser:
    """Add a command that runs `act` with what was asked."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=says, description=says)
    parser.set_defaults(act=act)
    return parser


def day(text: str) -> date:
    """A day that was asked for."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-11-21") from None


def port(text: str) -> int:
    """A port to listen on."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (1 to 65535)")
    return int(text)


def installation(*, upgrade: bool = False) -> Installation:
    """The installation that the environment names; an empty database is made.

    One of another version is upgraded only where that was asked for.
    """
    found = open_installation(config.from_environment())
    current = schema.current(found.engine)
    if current is None:
        schema.upgrade(found.engine)
        found.search.rebuild({})
    elif upgrade:
        schema.upgrade(found.engine)
    elif current != schema.newest():
        raise RuleBroken("the database is of another version: run portal db upgrade")
    return found
