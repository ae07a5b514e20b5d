"""Where each role can go: the few links that stand on each of its pages."""

from dataclasses import dataclass, replace
from typing import Any

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
    """A link of the navigation, and whether it leads to the room one is in."""

    label: str
    href: str
    current: bool
    icon: str = ""


# for whom, label, endpoint, icon of the member's bottom bar
LINKS: tuple[tuple[Rule, Any, str, str], ...] = (
    (member, lazy("Hôm nay"), "home.start", "today"),
    (member, lazy("Việc và lớp"), "matching.offers", "work"),
    (member, lazy("Câu lạc bộ"), "clubs.my_club", "club"),
    (member, lazy("Của tôi"), "people.my_data", "me"),
    (coordinator, lazy("Hôm nay"), "home.start", ""),
    (coordinator, lazy("Buổi sinh hoạt"), "clubs.meetings", ""),
    (coordinator, lazy("Thành viên"), "clubs.members", ""),
    (coordinator, lazy("Câu lạc bộ của tôi"), "clubs.clubs", ""),
    (case_officer, lazy("Hôm nay"), "home.start", ""),
    (case_officer, lazy("Hồ sơ"), "people.clients", ""),
    (case_officer, lazy("Chỉ tiêu"), "targets.own_cases", ""),
    (case_officer, lazy("Đội tình nguyện"), "clubs.teams", ""),
    (employer, lazy("Hôm nay"), "home.start", ""),
    (employer, lazy("Tin tuyển dụng"), "jobs.own_vacancies", ""),
    (provider, lazy("Hôm nay"), "home.start", ""),
    (provider, lazy("Khóa học và lớp"), "training.own_courses", ""),
    (officer, lazy("Hôm nay"), "home.start", ""),
    (officer, lazy("Chỉ tiêu"), "targets.board", ""),
    (officer, lazy("Kế hoạch"), "targets.plans", ""),
    (officer, lazy("Báo cáo"), "targets.reports_page", ""),
    (officer, lazy("Số liệu nhập"), "targets.figures", ""),
    (officer, lazy("Xã chưa có câu lạc bộ"), "targets.gaps", ""),
    (officer, lazy("Sổ theo dõi"), "targets.registers", ""),
    (officer, lazy("Câu lạc bộ"), "clubs.clubs", ""),
    (officer, lazy("Doanh nghiệp"), "jobs.employers", ""),
    (officer, lazy("Cơ sở đào tạo"), "training.providers", ""),
    (admin, lazy("Tài khoản"), "accounts.users", ""),
    (admin, lazy("Xã chưa rõ kế tiếp"), "places.successors", ""),
    (anyone, lazy("Việc làm"), "jobs.open_jobs", ""),
    (anyone, lazy("Khóa học"), "training.open_courses", ""),
    (anyone, lazy("Câu lạc bộ và điểm tư vấn"), "clubs.open_clubs", ""),
    (anyone, lazy("Số liệu"), "targets.open_figures", ""),
)
START = "home.start"
_ENDPOINTS = frozenset(endpoint for _, _, endpoint, _ in LINKS)


def links(app: Flask, actor: Actor) -> list[Link]:
    """The links for an actor, of those addresses that stand on this site and let them in."""
    found: dict[str, Link] = {}
    above = _nearest_above(app)
    for rule, label, endpoint, icon in LINKS:
        own = rule_of(app, endpoint)
        if own is None or not rule(actor) or not own(actor) or endpoint in found:
            continue
        if rule is anyone and member(actor):
            continue  # a member finds the same among their own pages
        href = url_for(endpoint)
        current = _is_current(app, endpoint, rule, is_above=href == above)
        found[endpoint] = Link(str(label), href, current, icon)
    return _only_nearest(list(found.values()))


def _only_nearest(links: list[Link]) -> list[Link]:
    """Of the lists that a page lies below, the nearest alone is marked."""
    nearest = max((link.href for link in links if link.current), key=len, default="")
    return [replace(link, current=link.current and link.href == nearest) for link in links]


def _is_current(app: Flask, endpoint: str, rule: Rule, *, is_above: bool) -> bool:
    """A link leads to the page one is on, or to the list that the page belongs to; everyone's
    list has only everyone's pages, for a club's own ones stand under the same address."""
    here = request.endpoint or ""
    if here in _ENDPOINTS:
        return here == endpoint
    if endpoint == START or not is_above:
        return False
    return rule is not anyone or rule_of(app, here) is anyone


def _nearest_above(app: Flask) -> str | None:
    """Of the addresses that are linked, the longest that the page stands below."""
    standing = [url_for(known) for known in _ENDPOINTS if rule_of(app, known)]
    above = [address for address in standing if request.path.startswith(f"{address.rstrip('/')}/")]
    return max(above, key=len, default=None)
