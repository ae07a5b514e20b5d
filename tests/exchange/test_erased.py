"""Of a person whose key is destroyed nothing is exported, and nothing more is taken in."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.orm import Session

from portal.exchange.service import run_export
from portal.people.models import Client
from tests.databases import on_sqlite
from tests.exchange.conftest import Bring

pytestmark = on_sqlite


def test_an_erased_person_is_in_no_file(
    world: Bring, refusal: Callable[[str, str], list[str]], opened: Session, tmp_path: Path
) -> None:
    opened.execute(update(Client).where(Client.code == "C1").values(key_wrapped=None))
    for kind in ("clients", "case_files", "needs", "memberships", "attendance"):
        run_export(kind, tmp_path / "out.csv")
        assert "C1" not in (tmp_path / "out.csv").read_text("utf-8-sig"), kind
    assert refusal("attendance", "meeting_code,client_code,status\nM2,C1,late\n") == [
        'line 2, client_code: "C1" is not in clients; nearest: C2'
    ]
    again = refusal("clients", "code,name,birth_year,commune_code,education\nC1,n,1990,26041,2\n")
    assert again == ['line 2, code: "C1" is the code of a person whose data were erased']
