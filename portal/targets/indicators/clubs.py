"""Indicators of clubs and counselling points, by commune, by district, or one by one."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from portal import clock
from portal.targets.areas import Area, Seat
from portal.targets.indicators.asking import Asked, Tally
from portal.targets.indicators.stable import is_judged, is_stable
from portal.targets.records import ClubRow, Records


class Seated(NamedTuple):
    """Clubs with where they stand on the map asked for, and how many are lost to it."""

    clubs: list[tuple[ClubRow, Seat]]
    lost: int

    @property
    def communes(self) -> frozenset[str]:
        """The communes they stand in."""
        return frozenset(seat.commune for _, seat in self.clubs if seat.commune)


def clubs_founded(records: Records, asked: Asked) -> Tally:
    """Distinct communes with a club founded in the period."""
    founded = [club for club in _counting(records, asked.day) if club.founded_on >= asked.first]
    seated = _seat(founded, asked.area, asked.first)  # where they were founded
    communes = seated.communes & asked.area.communes
    return Tally(communes, communes, seated.lost)


def districts_with_club(records: Records, asked: Asked) -> Tally | None:
    """Distinct districts with a club, pilots too, of all districts; None on a map without."""
    if not asked.area.districts:
        return None
    seated = clubs_operating(records, asked.area, asked.day)
    above = frozenset(seat.above for _, seat in seated.clubs)
    return Tally(above & asked.area.districts, asked.area.districts, seated.lost)


def communes_with_club(records: Records, asked: Asked) -> Tally:
    """Of the communes with a person under aftercare on the day, those with a club."""
    peopled = frozenset(communes_with_people(records, asked.area, asked.day))
    seated = clubs_operating(records, asked.area, asked.day)
    return Tally(seated.communes & peopled, peopled, seated.lost)


def clubs_operating(records: Records, area: Area, day: date) -> Seated:
    """The clubs of the area that count on the day."""
    return _seat(_counting(records, day), area, day)


def communes_with_people(records: Records, area: Area, day: date) -> dict[str, set[int]]:
    """Who is under aftercare on the day, by the commune where they live."""
    people: dict[str, set[int]] = {}
    for case in records.cases:
        if case.commune_code in area.communes and case.under_aftercare(day):
            people.setdefault(case.commune_code, set()).add(case.person)
    return people


def clubs_stable(records: Records, asked: Asked) -> Tally:
    """Clubs old enough to be judged that are stable and effective; at the level of communes:
    those with such a club, of all."""
    grown = [club for club in _counting(records, asked.day) if is_judged(records, club, asked.day)]
    seated = _seat(grown, asked.area, asked.day)
    stable = Seated(
        [(club, seat) for club, seat in seated.clubs if is_stable(records, club, asked.day)],
        seated.lost,
    )
    if asked.level == "commune":
        communes = asked.area.communes
        return Tally(stable.communes & communes, communes, seated.lost)
    return Tally(_ids(stable), _ids(seated), seated.lost)


def counselling_points(records: Records, asked: Asked) -> Tally:
    """Distinct communes with a counselling point open on the day."""
    area = asked.area
    places = [
        (point.commune_code, point.opened_on or clock.today())
        for point in records.points
        if point.open_on(asked.day)
    ]
    seats = {area.seat(commune, since).commune for commune, since in places}
    communes = frozenset(code for code in seats if code in area.communes)
    return Tally(communes, communes, sum(area.lost(*place) for place in places))


def attendance(records: Records, asked: Asked) -> Tally:
    """Of the members whom the meetings of the period expected, those who came: each as often as
    there was a meeting with a roll."""
    held = records.held(asked.first, asked.day)
    meetings = [
        meeting
        for club in records.clubs
        for meeting in held.get(club.id, ())
        if asked.area.holds(asked.area.seat_of(club.stands(meeting.day)))
    ]
    return Tally(
        frozenset((meeting.id, who) for meeting in meetings for who in meeting.here),
        frozenset((meeting.id, who) for meeting in meetings for who in meeting.expected),
        _seat(records.clubs, asked.area, asked.day).lost,
    )


def _counting(records: Records, day: date) -> list[ClubRow]:
    return [club for club in records.clubs if club.counts_on(day)]


def _seat(clubs: Iterable[ClubRow], area: Area, day: date) -> Seated:
    """The clubs of the area on its map, where they stood on the day."""
    seats = [(club, area.seat_of(club.stands(day))) for club in clubs]
    lost = sum(area.has_lost(club.stands(day)) for club, seat in seats if seat.lost)
    return Seated([(club, seat) for club, seat in seats if area.holds(seat)], lost)


def _ids(seated: Seated) -> frozenset[int]:
    return frozenset(club.id for club, _ in seated.clubs)
