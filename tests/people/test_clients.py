"""Registering a person, phones known already, aftercare files, and contact data put right."""

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.errors import Conflict, NotFound, RuleBroken
from portal.journeys.service.files import files_ending
from portal.messages.models import Notice
from portal.people import service
from portal.people.aftercare import last_day
from portal.people.models import CaseFile, Client, ClientSkill, WantedOccupation
from portal.people.service import phones
from portal.trades.models import Skill
from tests.people.commune import HO_NAI, TAM_HIEP, Commune, actor, client

NEW = {"birth_year": 1995, "commune_code": HO_NAI, "education": 2}


def test_a_known_phone_makes_no_difference_to_the_coordinator(
    work: Session, settled: Commune
) -> None:
    made = service.register_client(
        actor(work, "coordinator"), name="Võ Văn Dũng", phone="+84 912345678", **NEW
    )
    assert made.phone == "0912 345 678"
    (clash,) = phones.open_clashes(actor(work, "case_officer"))
    assert (clash.name, clash.other_name) == ("Võ Văn Dũng", "Nguyễn Văn An")
    assert phones.open_clashes(actor(work, "neighbour")) == []
    assert work.scalar(select(func.count()).select_from(Notice)) == 1


def test_of_another_communes_person_the_clash_tells_no_name(
    work: Session, settled: Commune
) -> None:
    client(work, "Võ Văn Dũng", TAM_HIEP, phone="0912345678")
    (clash,) = phones.open_clashes(actor(work, "neighbour"))
    assert clash.other_name is None
    phones.settle_clash(actor(work, "neighbour"), clash.pid)
    assert phones.open_clashes(actor(work, "neighbour")) == []
    with pytest.raises(NotFound):
        phones.settle_clash(actor(work, "case_officer"), clash.pid)


@pytest.mark.parametrize("phone", ["12", "không có", "0912 34567890123"])
def test_what_is_no_number_is_refused(work: Session, settled: Commune, phone: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        service.register_client(actor(work, "coordinator"), name="A", phone=phone, **NEW)
    assert refusal.value.field == "phone"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"birth_year": 2025}, "birth_year"), ({"commune_code": "75"}, "commune_code")],
)
def test_a_wrong_year_or_place_is_refused(
    work: Session, settled: Commune, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as refusal:
        service.register_client(
            actor(work, "coordinator"),
            name="A",
            phone="",
            **{**NEW, **wrong},  # type: ignore[arg-type]
        )
    assert refusal.value.field == field


def test_an_officer_registers_nobody(work: Session, settled: Commune) -> None:
    with pytest.raises(NotFound):
        service.register_client(actor(work, "officer"), name="A", phone="", **NEW)


def test_aftercare_ends_the_day_before_its_anniversary() -> None:
    assert last_day("voluntary", date(2026, 7, 1)) == date(2027, 6, 30)
    assert last_day("substitution", date(2024, 2, 29)) == date(2025, 2, 27)
    assert last_day("compulsory", date(2026, 7, 1)) == date(2028, 6, 30)


def test_a_case_file_runs_from_the_day_after_completion(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    service.open_case_file(officer, settled.an, kind="compulsory", completed_on=date(2026, 6, 30))
    file = work.scalars(select(CaseFile)).one()
    assert (file.managed_from, file.managed_to) == (date(2026, 7, 1), date(2028, 6, 29))
    assert service.consented(settled.an, f"case_officers/{HO_NAI}", "file")
    found = service.list_clients(officer, 1, under_aftercare=True)
    assert [row.pid for row in found.rows] == [settled.an]


def test_a_blank_last_day_is_the_one_the_law_says(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    client_id = work.scalars(select(Client.id).where(Client.pid == settled.an)).one()
    done = {"client_id": client_id, "kind": "voluntary", "completed_on": date(2025, 11, 22)}
    work.add(CaseFile(**done, managed_from=date(2025, 12, 1)))
    found = service.list_clients(officer, 1, under_aftercare=True)
    assert [row.managed_to for row in found.rows] == [date(2026, 11, 21)]
    assert [row.managed_to for row in files_ending(officer)] == [date(2026, 11, 21)]


@pytest.mark.parametrize("login", ["neighbour", "coordinator", "member", "officer", "admin"])
def test_only_the_communes_case_officer_opens_a_file(
    work: Session, settled: Commune, login: str
) -> None:
    with pytest.raises(NotFound):
        service.open_case_file(
            actor(work, login), settled.an, kind="voluntary", completed_on=date(2026, 6, 30)
        )


def test_names_are_found_without_marks_and_sorted_by_given_name(
    work: Session, settled: Commune
) -> None:
    client(work, "Nguyễn Văn Ảnh")
    officer = actor(work, "case_officer")
    names = [row.name for row in service.list_clients(officer, 1).rows]
    assert names == ["Nguyễn Văn An", "Nguyễn Văn Ảnh", "Trần Thị Bình"]
    assert [row.name for row in service.list_clients(officer, 1, text="binh").rows] == [names[2]]


def test_a_stale_correction_is_refused_and_shows_theirs(work: Session, settled: Commune) -> None:
    officer = actor(work, "case_officer")
    an = {"phone": "0912345678", "commune_code": HO_NAI}
    service.update_contact(officer, settled.an, version=1, name="Nguyễn Văn Ân", **an)
    with pytest.raises(Conflict) as refusal:
        service.update_contact(officer, settled.an, version=1, name="Nguyễn An", **an)
    assert refusal.value.theirs["name"] == "Nguyễn Văn Ân"


def test_a_proven_skill_stays_proven(work: Session, settled: Commune) -> None:
    member = actor(work, "member")
    work.add_all(Skill(code=code, name_vi=code, name_en=code) for code in ("han", "may", "xay"))
    work.add(ClientSkill(client_id=service.own_client(member).id, skill="han", proven=True))
    work.flush()
    service.set_skills(member, ["han", "may"])
    assert service.wishes_of(service.own_client(member)).skills == [("han", True), ("may", False)]
    with pytest.raises(RuleBroken):
        service.set_skills(member, ["bay"])


def test_at_most_five_occupations_are_wanted(work: Session, settled: Commune) -> None:
    member = actor(work, "member")
    rest = {"shifts": 0b01000, "limits": 0, "max_km": 5, "min_wage": None}
    service.set_wishes(member, wanted=["71", "51"], **rest)  # type: ignore[arg-type]
    assert service.wishes_of(service.own_client(member)).wanted == ["71", "51"]
    with pytest.raises(RuleBroken):
        service.set_wishes(member, wanted=list("123456"), **rest)  # type: ignore[arg-type]
    assert work.scalar(select(func.count()).select_from(WantedOccupation)) == 2


def test_with_the_person_the_law_moves_to_the_other_commune(
    work: Session, settled: Commune
) -> None:
    officer = actor(work, "case_officer")
    service.open_case_file(officer, settled.an, kind="voluntary", completed_on=date(2026, 6, 30))
    moved = {"name": "Nguyễn Văn An", "phone": "", "commune_code": TAM_HIEP}
    service.update_contact(officer, settled.an, version=1, **moved)  # type: ignore[arg-type]
    assert not service.consented(settled.an, f"case_officers/{HO_NAI}", "file")
    assert service.consented(settled.an, f"case_officers/{TAM_HIEP}", "file")
    with pytest.raises(NotFound):
        service.get_client(officer, settled.an)
