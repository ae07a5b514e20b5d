"""Who may see whom, and what is written down about it."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import audit
from portal.access import VISITOR
from portal.audit import AuditRow
from portal.errors import NotFound, RuleBroken
from portal.people import service
from portal.people.models import Client, Consent
from portal.people.service.notes import notes_on
from tests.people.commune import TAM_HIEP, Commune, actor, client


def seen(work: Session, login: str) -> set[str]:
    return set(
        work.scalars(service.visible_clients(actor(work, login)).with_only_columns(Client.pid))
    )


def test_each_role_reaches_its_own_people_only(work: Session, settled: Commune) -> None:
    client(work, "Lê Văn Cường", TAM_HIEP)
    assert seen(work, "case_officer") == {settled.an, settled.binh}
    assert seen(work, "coordinator") == seen(work, "member") == {settled.an}
    assert seen(work, "officer") == seen(work, "admin") == set()
    assert work.scalars(service.visible_clients(VISITOR)).all() == []


def test_out_of_reach_and_unknown_are_the_same(work: Session, settled: Commune) -> None:
    for pid in (settled.binh, "nobody"):
        with pytest.raises(NotFound):
            service.get_client(actor(work, "coordinator"), pid)


def test_opening_a_file_writes_one_row_and_ones_own_none(work: Session, settled: Commune) -> None:
    service.get_client(actor(work, "case_officer"), settled.an)
    service.get_client(actor(work, "member"), settled.an)
    rows = work.scalars(select(AuditRow).where(AuditRow.action == "read")).all()
    assert [(row.client_pid, row.roles) for row in rows] == [(settled.an, "case_officer")]
    assert audit.verify() is None


def test_the_member_sees_who_opened_and_as_what(work: Session, settled: Commune) -> None:
    service.get_client(actor(work, "case_officer"), settled.an)
    own = service.own_client(actor(work, "member"))
    assert [(r.name, list(r.roles)) for r in service.readings_of(own)] == [
        ("Ông Tâm", ["case_officer"])
    ]


def test_a_withdrawn_consent_hides_the_member_from_the_club(
    work: Session, settled: Commune
) -> None:
    member = actor(work, "member")
    (consent,) = service.own_consents(member)
    assert service.consented(settled.an, f"club/{settled.club}", "phone")
    service.withdraw_consent(member, consent.pid)
    assert not service.consented(settled.an, f"club/{settled.club}", "phone")
    assert seen(work, "coordinator") == set()
    assert seen(work, "case_officer") == {settled.an, settled.binh}


def test_only_a_named_field_is_consented(work: Session, settled: Commune) -> None:
    work.scalars(select(Consent)).one().fields = "name"
    assert service.consented(settled.an, f"club/{settled.club}", "name")
    assert not service.consented(settled.an, f"club/{settled.club}", "phone")
    assert not service.consented(settled.an, "club/another", "name")


def test_nobody_withdraws_anothers_consent_nor_what_the_law_asks(
    work: Session, settled: Commune
) -> None:
    pid = work.scalars(select(Consent)).one().pid
    with pytest.raises(NotFound):
        service.withdraw_consent(actor(work, "case_officer"), pid)
    officer, member = actor(work, "case_officer"), actor(work, "member")
    service.open_case_file(officer, settled.an, kind="voluntary", completed_on=date(2026, 6, 30))
    (law,) = [consent for consent in service.own_consents(member) if consent.basis == "law"]
    with pytest.raises(RuleBroken):
        service.withdraw_consent(member, law.pid)


def test_a_consent_ends_with_its_last_day(work: Session, settled: Commune) -> None:
    an = work.scalars(select(Client).where(Client.pid == settled.an)).one()
    service.end_consents(an, viewer=f"club/{settled.club}", last_on=date(2026, 11, 20))
    assert seen(work, "coordinator") == set()


def test_a_note_is_for_the_author_and_the_communes_case_officers(
    work: Session, settled: Commune
) -> None:
    officer = actor(work, "case_officer")
    service.write_note(
        officer, settled.an, kind="visit", held_on=date(2026, 11, 20), body="Đã đi làm đều."
    )
    an = service.get_client(officer, settled.an)
    assert [(note.body, author) for note, author in notes_on(officer, an)] == [
        ("Đã đi làm đều.", "Ông Tâm")
    ]
    for login in ("neighbour", "coordinator", "member", "officer", "admin"):
        assert notes_on(actor(work, login), an) == []
    an.commune_code = TAM_HIEP
    work.flush()
    assert len(notes_on(officer, an)) == len(notes_on(actor(work, "neighbour"), an)) == 1


def test_an_erased_person_is_seen_by_no_one(work: Session, settled: Commune) -> None:
    work.scalars(select(Client).where(Client.pid == settled.an)).one().key_wrapped = None
    work.flush()
    for login in ("case_officer", "coordinator", "member"):
        assert settled.an not in seen(work, login)
