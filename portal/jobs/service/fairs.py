"""Job fairs: planned by the officer of the place, shown to everyone, joined by employers."""

from collections.abc import Collection
from datetime import date, time
from typing import Any

from sqlalchemy import Select, false, func, or_, select

from portal import audit, clock
from portal.access import Actor, Role
from portal.db import session
from portal.errors import NotFound, RuleBroken
from portal.i18n import _, day
from portal.jobs.models import (
    FAIR_MOVES,
    Employer,
    FairEmployer,
    FairState,
    JobFair,
    Vacancy,
    Verification,
)
from portal.jobs.service.employers import own_employer
from portal.jobs.service.open import LISTED, open_vacancies
from portal.messages.service import notify_all
from portal.paging import Page, paged
from portal.places import service as places
from portal.versions import revise


def visible_fairs(actor: Actor) -> Select[JobFair]:
    """An officer sees those of their place, an employer those of its province."""
    today = clock.today()
    areas: list[str | None] = list(actor.scopes(Role.OFFICER))
    if actor.has(Role.EMPLOYER):
        areas.append(places.province_of(own_employer(actor).commune_code, today))
    within = [
        JobFair.commune_code.in_(places.communes_under(area, today)) for area in areas if area
    ]
    return select(JobFair).where(or_(false(), *within))


def get_fair(actor: Actor, pid: str, *, lock: bool = False) -> JobFair:
    """One of them; locked where it is about to change."""
    query = visible_fairs(actor).where(JobFair.pid == pid)
    found = session().scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound
    return found


def list_fairs(actor: Actor, number: int) -> Page[JobFair]:
    """The officer's, the latest day first."""
    return paged(visible_fairs(actor).order_by(JobFair.held_on.desc(), JobFair.id.desc()), number)


def open_fairs() -> list[JobFair]:
    """What everyone sees: today's and those to come, the next first; also that one is cancelled."""
    coming = select(JobFair).where(JobFair.held_on >= clock.today())
    return list(session().scalars(coming.order_by(JobFair.held_on, JobFair.from_hour, JobFair.id)))


def get_open_fair(pid: str) -> JobFair:
    """One of these."""
    coming = select(JobFair).where(JobFair.held_on >= clock.today(), JobFair.pid == pid)
    found = session().scalar(coming)
    if found is None:
        raise NotFound(_("Phiên này đã qua hoặc không có."))
    return found


def employers_at(fair: JobFair) -> list[Employer]:
    """Who said that they come and are verified, by name."""
    query = select(Employer).join(FairEmployer, FairEmployer.employer_id == Employer.id)
    coming = query.where(FairEmployer.fair_id == fair.id, FairEmployer.left_at.is_(None))
    verified = coming.where(Employer.verification == Verification.VERIFIED)
    return list(session().scalars(verified.order_by(Employer.name, Employer.id)))


def vacancies_at(fair: JobFair) -> list[Any]:
    """The open jobs of those who come, as the list of jobs shows them."""
    ids = [employer.id for employer in employers_at(fair)]
    query = open_vacancies().with_only_columns(*LISTED).where(Employer.id.in_(ids))
    return list(session().execute(query.order_by(Employer.name, Vacancy.id)))


def plan_fair(actor: Actor, **typed: Any) -> JobFair:
    """A fair to come in a commune of the officer's; the employers of the province are told."""
    _check(actor, **typed)
    fair = JobFair(**typed, by_pid=actor.user)
    session().add(fair)
    session().flush()
    audit.record(actor, "plan_fair", f"job_fair/{fair.pid}")
    _tell(_employers_around(fair), "fair_planned", fair)
    return fair


def edit_fair(actor: Actor, pid: str, *, version: int | None, **typed: Any) -> JobFair:
    """Put right what is planned, over the version that was read; those who come are told."""
    fair = get_fair(actor, pid, lock=True)
    if fair.state != FairState.PLANNED:
        raise RuleBroken(_("Phiên đã qua hoặc đã hủy thì không sửa được nữa."))
    _check(actor, **typed)
    revise(fair, version, **typed)
    audit.record(actor, "edit_fair", f"job_fair/{fair.pid}")
    _tell([employer.pid for employer in employers_at(fair)], "fair_changed", fair)
    return fair


def cancel_fair(actor: Actor, pid: str, *, said: str) -> JobFair:
    """It does not take place, or did not; those who would come are told."""
    fair = get_fair(actor, pid, lock=True)
    move_fair(fair, FairState.CANCELLED)
    fair.said = said
    audit.record(actor, "cancel_fair", f"job_fair/{fair.pid}", reason=said)
    _tell([employer.pid for employer in employers_at(fair)], "fair_cancelled", fair)
    return fair


def move_fair(fair: JobFair, to: FairState) -> None:
    """By the table of moves."""
    if to not in FAIR_MOVES[FairState(fair.state)]:
        raise RuleBroken(_("Trạng thái của phiên vừa đổi. Mời tải lại trang."))
    fair.state = to
    fair.version += 1
    session().flush()


def turn_of_day() -> None:
    """A fair that nobody cancelled was held once its day is over."""
    over = select(JobFair).where(
        JobFair.state == FairState.PLANNED, JobFair.held_on < clock.today()
    )
    for fair in session().scalars(over.with_for_update()):
        move_fair(fair, FairState.HELD)


def own_fairs(actor: Actor) -> list[tuple[JobFair, bool]]:
    """The fairs to come of an employer's province, and whether it takes part."""
    employer = own_employer(actor)
    joined = select(FairEmployer.fair_id).where(
        FairEmployer.employer_id == employer.id, FairEmployer.left_at.is_(None)
    )
    ids = set(session().scalars(joined))
    coming = visible_fairs(actor).where(JobFair.held_on >= clock.today())
    rows = session().scalars(coming.order_by(JobFair.held_on, JobFair.from_hour, JobFair.id))
    return [(fair, fair.id in ids) for fair in rows]


def count_own_fairs(actor: Actor) -> int:
    """How many there are to join or that it takes part in."""
    coming = visible_fairs(actor).where(
        JobFair.held_on >= clock.today(), JobFair.state == FairState.PLANNED
    )
    return session().scalar(select(func.count()).select_from(coming.subquery())) or 0


def join_fair(actor: Actor, pid: str) -> JobFair:
    """A verified employer with an open job says that it comes."""
    fair, employer = _to_come(actor, pid), own_employer(actor)
    if employer.verification != Verification.VERIFIED:
        raise RuleBroken(_("Doanh nghiệp được duyệt rồi mới tham gia được."))
    if session().scalar(open_vacancies().where(Employer.id == employer.id).limit(1)) is None:
        raise RuleBroken(_("Mời đăng ít nhất một tin tuyển trước khi tham gia."))
    row = _row(fair, employer) or FairEmployer(fair_id=fair.id, employer_id=employer.id)
    row.joined_at, row.left_at, row.by_pid = clock.now(), None, actor.user or ""
    session().add(row)
    session().flush()
    return fair


def leave_fair(actor: Actor, pid: str) -> JobFair:
    """It does not come after all."""
    fair = _to_come(actor, pid)
    row = _row(fair, own_employer(actor))
    if row is not None and row.left_at is None:
        row.left_at, row.by_pid = clock.now(), actor.user or ""
    return fair


def _to_come(actor: Actor, pid: str) -> JobFair:
    fair = get_fair(actor, pid, lock=True)
    if fair.state != FairState.PLANNED or fair.held_on < clock.today():
        raise RuleBroken(_("Phiên này đã qua hoặc không diễn ra."))
    return fair


def _row(fair: JobFair, employer: Employer) -> FairEmployer | None:
    query = select(FairEmployer).where(FairEmployer.fair_id == fair.id)
    return session().scalar(query.where(FairEmployer.employer_id == employer.id))


def _check(
    actor: Actor, *, commune_code: str, held_on: date, from_hour: time, to_hour: time, **_rest: Any
) -> None:
    own = [scope for scope in actor.scopes(Role.OFFICER) if _lies_in(commune_code, scope)]
    if not own:
        raise RuleBroken(_("Nơi này không thuộc địa bàn của anh/chị."), field="commune_code")
    if held_on < clock.today():
        raise RuleBroken(_("Ngày này đã qua. Mời chọn từ hôm nay trở đi."), field="held_on")
    if to_hour <= from_hour:
        raise RuleBroken(_("Giờ kết thúc phải sau giờ bắt đầu."), field="to_hour")


def _lies_in(commune_code: str, place: str) -> bool:
    return any(commune.code == commune_code for commune in places.communes_of(place, clock.today()))


def _employers_around(fair: JobFair) -> list[str]:
    today = clock.today()
    province = places.province_of(fair.commune_code, today) or fair.commune_code
    around = select(Employer.pid).where(Employer.verification == Verification.VERIFIED)
    return list(
        session().scalars(
            around.where(Employer.commune_code.in_(places.communes_under(province, today)))
        )
    )


def _tell(employers: Collection[str], template: str, fair: JobFair) -> None:
    if employers:
        notify_all(Role.EMPLOYER, employers, template, name=fair.name, day=day(fair.held_on))
