"""Certificates: who may have one, the register, the sheet, and the open check."""

from datetime import timedelta
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.access import Role
from portal.accounts.models import Tries
from portal.db import session
from portal.errors import NotFound, RuleBroken, TooManyTries
from portal.installation import Installation
from portal.messages.models import OutboxRow
from portal.training import codes, service
from portal.training.models import Approval, Certificate, Learner, Provider, TrainingClass
from tests.databases import on_sqlite
from tests.pages import Page, Visitor
from tests.training import world

pytestmark = on_sqlite
HERE = "192.0.2.7"
GUESSES, FREE = 10_000, 50


@pytest.fixture
def school(work: Session) -> Provider:
    """An approved provider."""
    return world.provider()


@pytest.fixture
def held(school: Provider) -> TrainingClass:
    """Its class, which has begun."""
    return world.begun(world.course(school))


def _done(school: Provider, held: TrainingClass, name: str = "Lê Văn An") -> Learner:
    learner = service.enrol(held.pid, name=name, phone="")
    return service.mark(world.acting_for(school), learner.pid, standing="completed")


def _give(school: Provider, learner: Learner, number: str = "SC-1") -> Certificate:
    return service.give_certificate(
        world.acting_for(school),
        learner.pid,
        certificate_number=number,
        certified_on=clock.today(),
    )


def test_a_number_is_used_once_by_a_provider_and_freely_by_another(
    school: Provider, held: TrainingClass
) -> None:
    first = _give(school, _done(school, held))
    service.revoke(world.acting_for(school), first.pid, reason="Sai tên")
    second = _done(school, held, "Bình")
    with pytest.raises(RuleBroken) as refusal:
        _give(school, second)
    assert refusal.value.field == "certificate_number"
    other = world.provider("Khác")
    assert _give(other, _done(other, world.begun(world.course(other)))).number == "SC-1"


def test_one_who_has_a_certificate_gets_no_second_until_it_is_revoked(
    school: Provider, held: TrainingClass, work: Session
) -> None:
    learner = _done(school, held)
    first = _give(school, learner)
    assert learner.certified_on == clock.today()
    with pytest.raises(RuleBroken, match="đã có chứng chỉ"):
        _give(school, learner, "SC-2")
    service.revoke(world.acting_for(school), first.pid, reason="Sai tên")
    assert learner.certified_on is None
    _give(school, learner, "SC-2")
    told = work.scalars(select(OutboxRow.payload).where(OutboxRow.kind == "class_result")).all()
    assert [row["what"] for row in told] == ["completed", "certified", "revoked", "certified"]
    with pytest.raises(RuleBroken):
        service.revoke(world.acting_for(school), first.pid, reason="Lần nữa")


def test_no_certificate_of_a_course_without_nor_of_a_provider_that_is_not_approved(
    school: Provider, held: TrainingClass
) -> None:
    plain = world.begun(world.course(school, certificate=False))
    with pytest.raises(RuleBroken, match="không cấp"):
        _give(school, _done(school, plain))
    learner = _done(school, held)
    school.approval = Approval.REFUSED
    with pytest.raises(RuleBroken, match="chưa được duyệt"):
        _give(school, learner)


@pytest.mark.parametrize("days", [1, -11])
def test_it_is_not_given_on_a_day_to_come_or_before_the_class(
    school: Provider, held: TrainingClass, days: int
) -> None:
    with pytest.raises(RuleBroken) as refusal:
        service.give_certificate(
            world.acting_for(school),
            _done(school, held).pid,
            certificate_number="1",
            certified_on=clock.today() + timedelta(days=days),
        )
    assert refusal.value.field == "certified_on"


def test_name_and_code_are_sealed_and_outlive_the_roster(
    school: Provider, held: TrainingClass, work: Session
) -> None:
    learner = _done(school, held)
    given = _give(school, learner)
    learner.key_wrapped = learner.name_sealed = learner.phone_sealed = None
    work.flush()
    (line,) = service.read_register(world.acting_for(school), clock.today().year)
    assert (line.number, line.name) == ("SC-1", "Lê Văn An")
    row = work.execute(select(Certificate.name_sealed, Certificate.code_hash)).one()
    assert "Lê".encode() not in (row.name_sealed or b"")
    assert given.code.encode() not in row.code_hash


def test_a_provider_reads_its_own_register_only(school: Provider, held: TrainingClass) -> None:
    given = _give(school, _done(school, held))
    other = world.acting_for(world.provider("Khác"))
    assert service.read_register(other, clock.today().year) == []
    for verb in (
        lambda: service.read_certificate(other, given.pid),
        lambda: service.revoke(other, given.pid, reason="-"),
    ):
        with pytest.raises(NotFound):
            verb()


def test_a_code_is_read_however_it_is_typed(school: Provider, held: TrainingClass) -> None:
    code = _give(school, _done(school, held)).code
    shown = codes.grouped(code)
    alike = shown.lower().replace("0", "o").replace("1", "l")
    for typed in (code, shown, alike, shown.replace("-", " "), shown.replace("1", "I")):
        assert service.is_valid(typed, HERE)
    for typed in ("", "7K2M", code + "0", "U" * 16, "7k2m-đđđđ-7k2m-7k2m"):
        with pytest.raises(RuleBroken):
            service.is_valid(typed, HERE)


def test_a_code_has_eighty_bits(work: Session) -> None:
    assert len(set(codes.SIGNS)) ** codes.LENGTH == 2**80
    assert len({codes.new_code() for _ in range(1000)}) == 1000


def test_a_code_guessed_ten_thousand_times_is_looked_up_fifty_times(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now)
    with installation.transaction(writes=True):
        school = world.provider()
        valid = _give(school, _done(school, world.begun(world.course(school)))).code
    for _guess in range(FREE):
        with installation.transaction(writes=True) as opened:
            assert not service.is_valid(codes.new_code(), HERE)
            after = opened.info.pop("afterwards")
        with installation.transaction(writes=True):
            for act in after:
                act()
    with installation.transaction(writes=False) as opened:
        for _guess in range(GUESSES - FREE):
            with pytest.raises(TooManyTries):
                service.is_valid(codes.new_code(), HERE)
        with pytest.raises(TooManyTries):
            service.is_valid(valid, HERE)
        assert "afterwards" not in opened.info
        assert service.is_valid(valid, "198.51.100.9")  # nobody else is kept from checking
        assert session().scalars(select(Tries.failed)).all() == [FREE]


@pytest.fixture
def papers(installation: Installation) -> dict[str, str]:
    """A certificate in force and one that was revoked, and who gave them."""
    with installation.transaction(writes=True):
        school = world.provider()
        held = world.begun(world.course(school))
        world.user("school", Role.PROVIDER, school.pid)
        good = _give(school, _done(school, held), "SC-1")
        bad = _give(school, _done(school, held, "=1+1"), "SC-2")
        service.revoke(world.acting_for(school), bad.pid, reason="Sai tên")
        return {"good": good.code, "bad": bad.code, "good_pid": good.pid, "bad_pid": bad.pid}


def test_anyone_learns_valid_or_not_and_nothing_more(
    papers: dict[str, str], visitor: Visitor
) -> None:
    page = visitor.get("/certificates")
    good = page.submit("Kiểm tra", code=codes.grouped(papers["good"]))
    assert "còn giá trị" in good
    for told in ("Lê Văn An", "SC-1", "Hàn", "Tân Phong"):
        assert told not in good.text
    page.submit("Kiểm tra", 422, code="abc")


def test_unknown_and_revoked_codes_answer_with_the_same_bytes(
    papers: dict[str, str], app: Flask
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    texts = []
    for code in (papers["bad"], codes.new_code()):
        answer = app.test_client().post("/certificates", data={"code": code})
        texts.append((answer.status_code, _steady(answer.text, code)))
        with app.extensions["installation"].transaction(writes=True):
            session().query(Tries).delete()
    assert texts[0] == texts[1]
    assert texts[0][0] == 200


def _steady(text: str, code: str) -> str:
    """Without what was typed, and without the tokens that are drawn anew for each answer."""
    lines = text.replace(code, "CODE").splitlines()
    return "\n".join(line for line in lines if 'type="hidden"' not in line)


def test_the_register_is_seen_printed_and_taken_away_for_a_reason(
    papers: dict[str, str], visitor: Visitor
) -> None:
    visitor.sign_in("school")
    page = visitor.get("/own/certificates")
    assert "Lê Văn An" in page
    assert "đã thu hồi" in page
    assert "SỔ CẤP CHỨNG CHỈ" in page.follow("In sổ")
    page.submit("Tải tệp .xlsx", 422)
    year = clock.today().year
    typed = {"reason": "Nộp sở", "csrf_token": _token(page)}
    sent = visitor.client.post(f"/own/certificates/file?year={year}", data=typed)
    sheet = load_workbook(BytesIO(sent.data)).active
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row[1:3] for row in cells] == [["SC-1", "Lê Văn An"], ["SC-2", "=1+1"]]
    assert sheet["C6"].data_type == "s"
    assert "chưa cấp" in visitor.get("/own/certificates?year=1999").text or year


def test_the_sheet_is_printed_while_it_is_in_force(
    papers: dict[str, str], visitor: Visitor
) -> None:
    visitor.sign_in("school")
    page = visitor.get(f"/own/certificates/{papers['good_pid']}").follow("In chứng chỉ")
    for told in ("CHỨNG CHỈ ĐÀO TẠO", "Lê Văn An", "Số: SC-1", codes.grouped(papers["good"])):
        assert told in page
    visitor.get(f"/own/certificates/{papers['bad_pid']}/sheet", 404)
    page = visitor.get(f"/own/certificates/{papers['good_pid']}").follow("Thu hồi")
    assert "Đã thu hồi" in page.submit("Thu hồi", reason="Cấp nhầm")


def _token(page: Page) -> str:
    return next(e.get("value", "") for e in page.all("input") if e.get("name") == "csrf_token")


def test_a_number_that_is_typed_twice_is_named(work: Session) -> None:
    school = world.provider()
    actor, held = world.acting_for(school), world.begun(world.course(school))
    an, binh, cuc = (service.enrol(held.pid, name=name, phone="") for name in ("An", "Bình", "Cúc"))
    for learner in (an, binh, cuc):
        service.mark(actor, learner.pid, standing="completed")
    today = clock.today()
    with pytest.raises(RuleBroken, match="A-1 đã dùng"):
        service.give_certificates(
            actor, held.pid, {an.pid: "A-1", binh.pid: "A-1"}, certified_on=today
        )


def test_who_has_no_number_gets_no_certificate(work: Session) -> None:
    school = world.provider()
    actor, held = world.acting_for(school), world.begun(world.course(school))
    an, binh = (service.enrol(held.pid, name=name, phone="") for name in ("An", "Bình"))
    stranger = service.enrol(world.begun(world.course(school)).pid, name="Dung", phone="")
    for learner in (an, binh, stranger):
        service.mark(actor, learner.pid, standing="completed")
    with pytest.raises(RuleBroken, match="ít nhất một người"):
        service.give_certificates(actor, held.pid, {an.pid: " "}, certified_on=clock.today())
    numbers = {an.pid: " A-1 ", binh.pid: "  ", stranger.pid: "A-2"}
    assert service.give_certificates(actor, held.pid, numbers, certified_on=clock.today()) == 1
    given = service.certificate_of(an)
    assert given
    assert given.number == "A-1"
    assert [entry.name for entry in service.uncertified(actor, held.pid)] == ["Bình"]
    assert service.certificate_of(stranger) is None
