"""A club's meetings as a calendar reads them (RFC 5545): neutral, and the same meeting always under
the same name, with a number that grows with each change."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vDuration

from portal import clock

ZONE = "Asia/Ho_Chi_Minh"
SINCE = datetime(1975, 6, 13)  # noqa: DTZ001 - the hour that a Vietnamese clock showed
EVERY = timedelta(hours=6)  # how often a calendar may look for news


class Appointment:
    """A meeting as a calendar shows it: when, where and under which neutral title."""

    def __init__(
        self,
        *,
        uid: str,
        sequence: int,
        title: str,
        place: str,
        starts_at: datetime,
        ends_at: datetime | None,
        cancelled: bool,
    ) -> None:
        self.event = Event()
        self.event.add("uid", uid)
        self.event.add("sequence", sequence)
        self.event.add("dtstamp", clock.now())
        self.event.add("dtstart", clock.local(starts_at))
        if ends_at:
            self.event.add("dtend", clock.local(ends_at))
        self.event.add("summary", title)
        if place:
            self.event.add("location", place)
        self.event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        self.event.add("class", "PRIVATE")


def written(appointments: Iterable[Appointment], *, name: str) -> bytes:
    """The file, under the neutral name of the site."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{name}//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(EVERY), parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone())
    for appointment in appointments:
        calendar.add_component(appointment.event)
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Viet Nam has had one clock since 1975."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", ZONE)
    standard.add("dtstart", SINCE)
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone
