"""A demo province filled once a run, copied for each test that changes it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from portal import clock
from portal.app import create_app
from portal.config import Settings
from portal.demo import province
from portal.installation import Installation, open_installation
from tests import databases
from tests.conftest import TODAY
from tests.proofs.people import sign_everyone_in

CLIENTS = 150
Copy = Callable[[], Flask]


def settings_in(folder: Path) -> Settings:
    """Settings of an installation with its data in a folder, on the fixed day."""
    return Settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'portal.db'}",
        secret_key="a secret for proofs",
        data_key=b"k" * 32,
        demo=True,
        today=TODAY,
        second_factor=False,
    )


@pytest.fixture(scope="session")
def filled_folder() -> Path:
    """The data folder of a small province; seven people have a session each."""
    folder = databases.shared("province")
    with databases.made_once("province") as first:
        if first:
            folder.mkdir()
            with databases.sqlite() as url:
                shutil.copyfile(url.removeprefix("sqlite:///"), folder / "portal.db")
            installation = open_installation(settings_in(folder))
            province.fill(installation, clients=CLIENTS, seed=province.SEED)
            sign_everyone_in(installation)
            installation.engine.dispose()
            clock.fix(None)
    return folder


@pytest.fixture
def copy_of_province(filled_folder: Path, tmp_path: Path) -> Iterator[Copy]:
    """Makes a site on a copy of the province, as often as it is called."""
    opened: list[Installation] = []

    def copy() -> Flask:
        folder = tmp_path / str(len(opened))
        shutil.copytree(filled_folder, folder)
        opened.append(open_installation(settings_in(folder)))
        app = create_app(opened[-1])
        app.config["WTF_CSRF_ENABLED"] = False
        app.testing = True
        return app

    yield copy
    for installation in opened:
        installation.engine.dispose()
    clock.fix(None)


@pytest.fixture
def province_site(copy_of_province: Copy) -> Flask:
    """A site on a copy of the province."""
    return copy_of_province()
