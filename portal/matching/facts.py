"""What is true of one person and one opening, as a code and figures; never as text.

A page makes the sentence in its own language. Every fact agrees with the judgement beside it:
it is read from the same rows, and a distance is rounded up, so that what is out of reach never
looks as if it were within.
"""

from dataclasses import dataclass, field
from datetime import date
from math import isqrt

from portal.matching.arrays import prefixes
from portal.matching.pairs import FAR
from portal.matching.rows import ClassRow, ClientRow, VacancyRow
from portal.trades.vocabulary import DEMANDS, SHIFTS, from_bits

Figure = int | str | date | list[str]


@dataclass(frozen=True)
class Fact:
    """A code such as "too_far", and the figures of its sentence."""

    code: str
    figures: dict[str, Figure] = field(default_factory=dict)


def open_today(opening: VacancyRow | ClassRow, on: date) -> Fact:
    if opening.opens_on and on < opening.opens_on:
        return Fact("opens_later", {"opens_on": opening.opens_on})
    if not opening.closes_on:
        return Fact("open_always")
    ended = opening.closes_on < on
    return Fact("closed" if ended else "open_until", {"closes_on": opening.closes_on})


def seats(opening: VacancyRow | ClassRow) -> Fact:
    left = opening.seats_left
    return Fact("seats_left", {"seats": left}) if left > 0 else Fact("no_seat_left")


def distance(client: ClientRow, opening: VacancyRow | ClassRow, d2: int) -> Fact:
    """Metres, rounded up to 100, and the fewest whole km that would reach so far."""
    within = d2 <= (client.max_km * 10) ** 2
    if d2 == FAR:
        return Fact("lodging_offered" if opening.accommodation else "distance_unknown")
    steps = isqrt(d2 - 1) + 1 if d2 else 0
    figures: dict[str, Figure] = {"metres": steps * 100, "max_km": client.max_km}
    if within:
        return Fact("within_reach", figures)
    if opening.accommodation:
        return Fact("lodging_offered", figures)
    return Fact("too_far", figures | {"km_needed": -(-steps // 10)})


def education(client: ClientRow, opening: VacancyRow | ClassRow) -> Fact:
    if not opening.education:
        return Fact("no_schooling_asked")
    enough = client.education >= opening.education
    figures: dict[str, Figure] = {"own": client.education, "least": opening.education}
    return Fact("schooling_enough" if enough else "schooling_short", figures)


def shifts(client: ClientRow, opening: VacancyRow | ClassRow) -> Fact:
    lacking = opening.shifts & ~client.shifts
    if lacking:
        return Fact("shifts_lacking", {"shifts": from_bits(lacking, SHIFTS)})
    return Fact("shifts_fit", {"shifts": from_bits(opening.shifts, SHIFTS)})


def limits(client: ClientRow, vacancy: VacancyRow) -> Fact:
    touched = vacancy.demands & client.limits
    if touched:
        return Fact("limits_touched", {"demands": from_bits(touched, DEMANDS)})
    return Fact("limits_kept", {"demands": from_bits(vacancy.demands, DEMANDS)})


def skills(client: ClientRow, vacancy: VacancyRow) -> Fact:
    """The first that is true: some missing, some only claimed, none asked, all proven."""
    if lacking := vacancy.must - client.held:
        return Fact("skills_lacking", {"skills": sorted(lacking)})
    if claimed := vacancy.must - client.proven:
        return Fact("skills_claimed", {"skills": sorted(claimed)})
    if not vacancy.must:
        return Fact("no_skill_asked")
    return Fact("skills_proven", {"skills": sorted(vacancy.must)})


def wage(client: ClientRow, vacancy: VacancyRow) -> Fact:
    """Below the wish, `wish_that_fits` is the highest one that this wage would still meet."""
    paid, wanted = vacancy.wage, client.min_wage
    if paid is None:
        return Fact("wage_by_agreement", {"wanted": wanted})
    if wanted == 0:
        return Fact("no_wage_wish", {"wage": paid})
    figures: dict[str, Figure] = {"wage": paid, "wanted": wanted}
    if paid >= wanted:
        return Fact("wage_as_wished", figures)
    if 10 * paid >= 9 * wanted:
        return Fact("wage_just_below", figures)
    return Fact("wage_too_low", figures | {"wish_that_fits": 10 * paid // 9})


def age(client: ClientRow, vacancy: VacancyRow, on: date) -> Fact:
    own = on.year - client.birth_year
    if not vacancy.min_age:
        return Fact("no_age_asked")
    figures: dict[str, Figure] = {"age": own, "least_age": vacancy.min_age}
    return Fact("old_enough" if own >= vacancy.min_age else "too_young", figures)


def employer(client: ClientRow, vacancy: VacancyRow) -> Fact:
    return Fact(
        "employer_blocked" if vacancy.employer in client.blocked else "employer_not_blocked"
    )


def occupation(client: ClientRow, opening: VacancyRow | ClassRow) -> Fact:
    """How many digits of the occupation agree with the best of the wishes."""
    if not client.wanted:
        return Fact("no_occupation_wish", {"occupation": opening.occupation})
    digits = len(prefixes(client.wanted) & prefixes([opening.occupation]))
    return Fact("occupation_shared", {"occupation": opening.occupation, "digits": digits})


def stability(vacancy: VacancyRow) -> Fact:
    return Fact("contract", {"contract": vacancy.contract})


def cost(client: ClientRow, training_class: ClassRow) -> Fact:
    fee, aid = training_class.fee, client.aid
    if fee == 0:
        return Fact("free")
    if fee <= aid:
        return Fact("aid_covers_fee", {"fee": fee, "aid": aid})
    return Fact("aid_covers_part", {"fee": fee, "aid": aid}) if aid else Fact("fee", {"fee": fee})


def certificate(training_class: ClassRow) -> Fact:
    return Fact("certificate" if training_class.certificate else "no_certificate")
