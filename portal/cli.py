"""The `portal` command: reads what is asked, opens what it needs, says in one line what failed."""

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from sqlalchemy.exc import DatabaseError, IntegrityError

from portal import config, i18n
from portal.commands import care, data, figures, matches, papers, serve
from portal.commands.ground import warn
from portal.constraints import conflict
from portal.errors import PortalError
from portal.exchange.report import ImportRefused
from portal.vault import SealBroken

ROOMS = (serve, data, matches, figures, papers, care)


class _Parser(argparse.ArgumentParser):
    """Says in one line what was asked wrongly; the usage is what --help is for."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 it could not be done, 2 it was asked wrongly."""
    asked = _parser().parse_args(arguments)
    with i18n.speaking("en"):
        return _run(asked)


def _run(asked: argparse.Namespace) -> int:
    try:
        return int(asked.act(asked) or 0)
    except ImportRefused as refusal:
        return _failed(*refusal.lines())
    except (PortalError, config.SettingError, SealBroken, OSError) as error:
        return _failed(str(error))
    except IntegrityError as error:
        return _failed(conflict(error).message)
    except DatabaseError as error:
        return _failed(f"the database cannot be used: {error.orig}")
    except KeyboardInterrupt:
        return _failed("stopped")


def _failed(*lines: str) -> int:
    for line in lines:
        warn(f"portal: {' '.join(line.split())}")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="portal", description="The aftercare portal.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for room in ROOMS:
        room.add_commands(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
