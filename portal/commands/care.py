"""portal db, index, summary, backup, restore, audit, users: care for an installation."""

import argparse
import sqlite3
import tarfile
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.engine import make_url

from portal import audit, chores, config, schema
from portal.accounts.service import staff
from portal.accounts.service.posts import SCOPES
from portal.commands import ground
from portal.commands.ground import add, say
from portal.config import Settings
from portal.errors import RuleBroken
from portal.installation import open_installation
from portal.targets import summary

KEPT = ("portal.db", "secret.key", "data.key")


def add_commands(commands: ground.Commands) -> None:
    """Add what cares for an installation."""
    database = _group(commands, "db", "the form of the database")
    add(database, "upgrade", _upgrade, "bring the database to this version")
    down = add(database, "downgrade", _downgrade, "go back to an earlier step")
    down.add_argument("to", metavar="STEP", help='a step such as 0001, or "base"')
    add(database, "check", _check, "compare the database with the models")
    index = _group(commands, "index", "the search index")
    add(index, "rebuild", _rebuild, "make the search index anew")
    counted = _group(commands, "summary", "the figures that are counted ahead")
    add(counted, "rebuild", _count_anew, "count them anew, and say whether they had been true")
    trail = _group(commands, "audit", "the audit trail")
    add(trail, "verify", _verify, "find the first audit row that was changed")
    users = _group(commands, "users", "those who sign in")
    user = add(users, "add", _add_user, "make a user with a post, and a link to set a password")
    user.add_argument("login", metavar="LOGIN")
    user.add_argument("--name", required=True)
    user.add_argument("--role", required=True, choices=[str(role) for role in SCOPES])
    user.add_argument("--scope", default="", help="a place's code, or a club's or organisation's")
    user.add_argument("--from", dest="from_on", metavar="DATE", type=date.fromisoformat)
    backup = add(commands, "backup", _backup, "copy database and keys into one file")
    backup.add_argument("file", type=Path)
    restore = add(commands, "restore", _restore, "put a backup into an empty data folder")
    restore.add_argument("file", type=Path)


def _group(commands: ground.Commands, name: str, says: str) -> ground.Commands:
    parser = commands.add_parser(name, help=says, description=says)
    return parser.add_subparsers(metavar="WHAT", required=True)


def _upgrade(asked: argparse.Namespace) -> None:
    installation = open_installation(config.from_environment())
    say("upgraded" if schema.upgrade(installation.engine) else "already up to date")


def _downgrade(asked: argparse.Namespace) -> None:
    schema.downgrade(open_installation(config.from_environment()).engine, asked.to)
    say(f"now at {asked.to}")


def _check(asked: argparse.Namespace) -> None:
    found = schema.differences(ground.installation().engine)
    if found:
        raise RuleBroken(f"the database differs from the models: {found[0]}")
    say("the database is as the models say")


def _rebuild(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=False):
        chores.rebuild_index()
    say("the search index is made anew")


def _count_anew(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=True):
        mended = summary.mend()
    say("the summary was wrong and is mended" if mended else "the summary is true")


def _verify(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=False):
        broken = audit.verify()
    if broken is not None:
        raise RuleBroken(f"audit row {broken} does not follow from those before it")
    say("the audit trail is whole")


def _add_user(asked: argparse.Namespace) -> None:
    with ground.installation().transaction(writes=True):
        link = staff.add_user(
            asked.login,
            name=asked.name,
            role=asked.role,
            scope=asked.scope,
            from_on=asked.from_on,
        )
    say(f"made {asked.login}; the password is set once at {link}")


def _backup(asked: argparse.Namespace) -> None:
    """A consistent copy, taken while the portal runs; it holds the keys: keep it as them."""
    settings = ground.installation().settings
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "portal.db"
        database = sqlite3.connect(_file_of(settings))
        with closing(database) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        with tarfile.open(asked.file, "x:gz") as archive:
            archive.add(copy, copy.name)
            for name in KEPT[1:]:
                if (settings.data_dir / name).exists():
                    archive.add(settings.data_dir / name, name)
    asked.file.chmod(0o600)
    say(f"backed up to {asked.file}; it holds the keys, so guard it like them")


def _restore(asked: argparse.Namespace) -> None:
    folder = config.data_dir()
    if any((folder / name).exists() for name in KEPT):
        raise RuleBroken(f"{folder} is not empty; restore into a new PORTAL_DATA_DIR")
    with tarfile.open(asked.file, "r:gz") as archive:
        names = [member for member in archive.getmembers() if member.name in KEPT]
        archive.extractall(folder, names, filter="data")
    for name in KEPT[1:]:
        if (folder / name).exists():
            (folder / name).chmod(0o600)
    with ground.installation().transaction(writes=False):
        chores.rebuild_index()
    say(f"restored into {folder}")


def _file_of(settings: Settings) -> str:
    url = make_url(settings.database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise RuleBroken("this database is PostgreSQL: use pg_dump and keep the keys beside it")
    return url.database
