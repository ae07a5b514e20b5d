"""Where each role can go: the few links that stand on each of its pages."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from flask import Flask, request, url_for

from portal.access import (
    Actor,
    Rule,
    admin,
    anyone,
    case_officer,
    coordinator,
    employer,
    member,
    officer,
    provider,
    rule_of,
)
from portal.i18n import lazy


@dataclass(frozen=True)
class Link:
    """A link of the navigation, and whether it leads to the list one is in."""

    label: str
    href: str
    current: bool
    icon: str = ""
    group: str = ""


class Entry(NamedTuple):
    """For whom a link is, where it leads, its icon in a member's bottom bar, and its heading in
    the left column."""

    rule: Rule
    label: Any
    endpoint: str
    icon: str = ""
    group: Any = ""


PLAN, UNITS, OPEN = lazy("Kế hoạch và báo cáo"), lazy("Các đơn vị"), lazy("Trang công khai")
LINKS: tuple[Entry, ...] = (
    Entry(member, lazy("Hôm nay"), "home.start", icon="today"),
    Entry(member, lazy("Việc và lớp"), "matching.offers", icon="work"),
    Entry(member, lazy("Câu lạc bộ"), "clubs.my_club", icon="club"),
    Entry(member, lazy("Của tôi"), "people.my_data", icon="me"),
    Entry(coordinator, lazy("Hôm nay"), "home.start"),
    Entry(coordinator, lazy("Buổi sinh hoạt"), "clubs.meetings"),
    Entry(coordinator, lazy("Thành viên"), "clubs.members"),
    Entry(coordinator, lazy("Câu lạc bộ của tôi"), "clubs.clubs"),
    Entry(case_officer, lazy("Hôm nay"), "home.start"),
    Entry(case_officer, lazy("Hồ sơ"), "people.clients"),
    Entry(case_officer, lazy("Chỉ tiêu"), "targets.own_cases"),
    Entry(case_officer, lazy("Các câu lạc bộ"), "clubs.clubs"),
    Entry(case_officer, lazy("Đội tình nguyện"), "clubs.teams"),
    Entry(employer, lazy("Hôm nay"), "home.start"),
    Entry(employer, lazy("Tin tuyển dụng"), "jobs.own_vacancies"),
    Entry(employer, lazy("Doanh nghiệp của tôi"), "jobs.own_employer"),
    Entry(provider, lazy("Hôm nay"), "home.start"),
    Entry(provider, lazy("Khóa học và lớp"), "training.own_courses"),
    Entry(provider, lazy("Sổ chứng chỉ"), "training.certificates"),
    Entry(provider, lazy("Cơ sở của tôi"), "training.profile"),
    Entry(officer, lazy("Hôm nay"), "home.start"),
    Entry(officer, lazy("Chỉ tiêu"), "targets.board", group=PLAN),
    Entry(officer, lazy("Kế hoạch"), "targets.plans", group=PLAN),
    Entry(officer, lazy("Báo cáo"), "targets.reports_page", group=PLAN),
    Entry(officer, lazy("Số liệu nhập"), "targets.figures", group=PLAN),
    Entry(officer, lazy("Sổ theo dõi"), "targets.registers", group=PLAN),
    Entry(officer, lazy("Các câu lạc bộ"), "clubs.clubs", group=UNITS),
    Entry(officer, lazy("Doanh nghiệp"), "jobs.employers", group=UNITS),
    Entry(officer, lazy("Cơ sở đào tạo"), "training.providers", group=UNITS),
    Entry(admin, lazy("Tài khoản"), "accounts.users"),
    Entry(admin, lazy("Xã chưa rõ kế tiếp"), "places.successors"),
    Entry(anyone, lazy("Việc làm"), "jobs.open_jobs", group=OPEN),
    Entry(anyone, lazy("Khóa học"), "training.open_courses", group=OPEN),
    Entry(anyone, lazy("Câu lạc bộ và điểm tư vấn"), "clubs.open_clubs", group=OPEN),
    Entry(anyone, lazy("Số liệu"), "targets.open_figures", group=OPEN),
)
START = "home.start"
# lists and pages without a link of their own, and the list that they belong to
LISTS = {
    "targets.own_papers": "targets.reports_page",
    "targets.staff": "targets.registers",
    "targets.visits": "targets.registers",
    "targets.actions": "targets.registers",
    "targets.reviews": "targets.registers",
    "targets.commendations": "targets.registers",
    "clubs.points": "targets.registers",
    "clubs.teams": "targets.registers",
    "targets.progress": "targets.registers",
    "clubs.progress": "clubs.members",
    "clubs.drifting_away": "clubs.members",
    "journeys.centres": "targets.registers",
    "jobs.fairs": "targets.registers",
    "jobs.own_fairs": "jobs.own_vacancies",
    "jobs.open_fairs": "jobs.open_jobs",
    "journeys.raised_needs": "people.clients",
    "jobs.job_reports": "jobs.employers",
    "people.handovers_page": "people.clients",
    "people.data_requests_page": "people.clients",
    "people.handover_figures_page": "targets.registers",
    "people.handover_rules_page": "targets.registers",
    "people.request_rules_page": "targets.registers",
}
PAGES = {
    "jobs.check_vacancy": "jobs.employers",
    "jobs.take_down_vacancy": "jobs.employers",
    "clubs.reverse_entry": "clubs.clubs",
    "clubs.take_back_resource": "clubs.clubs",
    "clubs.outreach_answer": "clubs.clubs",
    "clubs.invitation": "clubs.my_club",
    "clubs.my_progress": "clubs.my_club",
    "clubs.answer_progress": "clubs.my_club",
    "clubs.own_reminders": "clubs.my_club",
    "clubs.own_calendar": "clubs.my_club",
    "targets.plan": "targets.board",
    "targets.cases": "targets.board",
    "targets.edit_task": "targets.plans",
    "clubs.volunteer": "clubs.teams",
    "clubs.edit_volunteer": "clubs.teams",
    "people.change_file": "people.clients",
}
INSIDE = {"clubs.open_clubs": "clubs.clubs"}  # the list of the inside pages under an open address
_LISTS = frozenset(entry.endpoint for entry in LINKS) | LISTS.keys()
_OPEN = frozenset(entry.endpoint for entry in LINKS if entry.rule is anyone)


def links(app: Flask, actor: Actor) -> list[Link]:
    """The links for an actor, of those addresses that stand on this site and let them in."""
    found = {entry.endpoint: entry for entry in reversed(LINKS) if _is_for(app, actor, entry)}
    own = [entry for entry in LINKS if found.get(entry.endpoint) is entry]
    marked = _list_of_page(app, found.keys())
    return [
        Link(
            str(entry.label),
            url_for(entry.endpoint),
            entry.endpoint == marked,
            entry.icon,
            str(entry.group),
        )
        for entry in own
    ]


def grouped(links: list[Link]) -> list[tuple[str, list[Link]]]:
    """The links under their headings, in the order they stand in."""
    return [(group, list(of)) for group, of in groupby(links, key=lambda link: link.group)]


def _is_for(app: Flask, actor: Actor, entry: Entry) -> bool:
    """A member finds what is for everyone among their own pages."""
    own = rule_of(app, entry.endpoint)
    if own is None or not entry.rule(actor) or not own(actor):
        return False
    return entry.rule is not anyone or not member(actor)


def _list_of_page(app: Flask, linked: Collection[str]) -> str:
    """Which of the linked lists the page one is on is, or belongs to; "" where none does."""
    here = request.endpoint or ""
    found = here if here in _LISTS else PAGES.get(here) or _nearest(app)
    if found in _OPEN and rule_of(app, here) is not anyone:
        found = INSIDE.get(found, "")
    return found if found in linked else LISTS.get(found, "")


def _nearest(app: Flask) -> str:
    """The list with the longest address that the page's stands under; the start page has none."""
    standing = [name for name in _LISTS if name != START and rule_of(app, name)]
    lists = {url_for(name): name for name in standing}
    above = (address for address in lists if request.path.startswith(f"{address}/"))
    return lists.get(max(above, key=len, default=""), "")
