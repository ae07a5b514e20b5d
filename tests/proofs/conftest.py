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
from tests.proofs import marks
from tests.proofs.people import EVERYONE, VISITOR, sign_everyone_in
from tests.proofs.walks import Walks, walk

CLIENTS = 150
Copy = Callable[[], Flask]


def settings_in(folder: Path, site: str = "all") -> Settings:
    """Settings of an installation with its data in a folder, on the fixed day."""
    return Settings(
        data_dir=folder,
        site=site,
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


@pytest.fixture(scope="session")
def walks(filled_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walks]:
    """What everyone sees of a province with a mark on all that is personal, by site and login."""
    folder = tmp_path_factory.mktemp("walks") / "province"
    shutil.copytree(filled_folder, folder)
    marks.put_everywhere(open_installation(settings_in(folder)))
    sites = {site: open_installation(settings_in(folder, site)) for site in ("all", "public")}
    apps = {site: create_app(installation) for site, installation in sites.items()}
    yield {
        (site, login): walk(app, login)
        for site, app in apps.items()
        for login in (EVERYONE if site == "all" else (VISITOR, "employer", "provider"))
    }
    for installation in sites.values():
        installation.engine.dispose()
    clock.fix(None)


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
