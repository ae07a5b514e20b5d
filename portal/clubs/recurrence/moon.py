"""The days of the moon as the Vietnamese calendar counts them: by the sky, at UTC+7.

Instants of new moons and the place of the sun after Jean Meeus, "Astronomical Algorithms", 2nd
edition, chapters 49 and 25; the difference of the two kinds of time after Espenak and Meeus. The
rules of the calendar: a month begins on the day of a new moon, the eleventh has the winter
solstice, and where thirteen lie between two of those, the first without a major term of the sun is
a leap month.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor, radians, sin

MONTH = 29.530588861  # days, on the average
FIRST = date(2000, 1, 7)  # the new moon that has number 0
ZONE = 7 / 24
ZERO = 1721424.5  # the Julian day that `date.toordinal` counts from
WINTER = 9  # the twelfth of the sun's way that begins with the winter solstice

# days, power of E, times of M (sun), M' (moon), F (latitude)
WAVES = (
    (-0.40720, 0, 0, 1, 0),
    (0.17241, 1, 1, 0, 0),
    (0.01608, 0, 0, 2, 0),
    (0.01039, 0, 0, 0, 2),
    (0.00739, 1, -1, 1, 0),
    (-0.00514, 1, 1, 1, 0),
    (0.00208, 2, 2, 0, 0),
    (-0.00111, 0, 0, 1, -2),
    (-0.00057, 0, 0, 1, 2),
    (0.00056, 1, 1, 2, 0),
    (-0.00042, 0, 0, 3, 0),
    (0.00042, 1, 1, 0, 2),
    (0.00038, 1, 1, 0, -2),
    (-0.00024, 1, -1, 2, 0),
    (-0.00007, 0, 2, 1, 0),
    (0.00004, 0, 0, 2, -2),
    (0.00004, 0, 3, 0, 0),
    (0.00003, 0, 1, 1, -2),
    (0.00003, 0, 0, 2, 2),
    (-0.00003, 0, 1, 1, 2),
    (0.00003, 0, -1, 1, 2),
    (-0.00002, 0, -1, 1, -2),
    (-0.00002, 0, 1, 3, 0),
    (0.00002, 0, 0, 4, 0),
)
# days, degrees, degrees a month: what the planets do
PLANETS = (
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
    (0.000023, 331.55, 3.592518),
)


@dataclass(frozen=True)
class LunarDay:
    """A day of a lunar month, which may be a leap one."""

    day: int
    month: int
    leap: bool
    length: int  # of the month


@lru_cache(maxsize=4096)
def lunar(day: date) -> LunarDay:
    """The lunar day of a day in Viet Nam."""
    k = _month_of(day)
    first = _new_moon(k)
    month, leap = _name(k)
    return LunarDay((day - first).days + 1, month, leap, (_new_moon(k + 1) - first).days)


@lru_cache(maxsize=256)
def tet(year: int) -> date:
    """The first day of the first lunar month that begins in the year."""
    k = _month_of(date(year, 1, 20))
    while _name(k) != (1, False):
        k += 1
    return _new_moon(k)


def _month_of(day: date) -> int:
    """The number of the new moon that the day's month began with."""
    k = floor((day - FIRST).days / MONTH) + 1
    while _new_moon(k) > day:
        k -= 1
    return k


@lru_cache(maxsize=4096)
def _name(k: int) -> tuple[int, bool]:
    """Which month begins with a new moon: its number, and whether it is the leap one."""
    eleventh = _eleventh(k)
    following = _eleventh(eleventh + 14)
    since = k - eleventh
    leap = _leap(eleventh) if following - eleventh == 13 else 13
    return (since - (since >= leap) + 10) % 12 + 1, since == leap


def _eleventh(k: int) -> int:
    """The last month up to `k` that has the winter solstice."""
    while not _twelfth(_new_moon(k)) < WINTER <= _twelfth(_new_moon(k + 1)):
        k -= 1
    return k


def _leap(eleventh: int) -> int:
    """How many months after the eleventh comes the first in which the sun enters no twelfth."""
    return next(
        since
        for since in range(1, 13)
        if _twelfth(_new_moon(eleventh + since)) == _twelfth(_new_moon(eleventh + since + 1))
    )


@lru_cache(maxsize=4096)
def _new_moon(k: int) -> date:
    """The day in Viet Nam of the k-th new moon."""
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    sun = 2.5534 + 29.10535670 * k - 0.0000014 * t**2
    moon = 201.5643 + 385.81693528 * k + 0.0107582 * t**2 + 0.00001238 * t**3
    height = 160.7108 + 390.67050284 * k - 0.0016118 * t**2
    node = 124.7746 - 1.56375588 * k + 0.0020672 * t**2
    days = 2451550.09766 + MONTH * k + 0.00015437 * t**2 - 0.00000015 * t**3
    days += sum(
        size * e**power * _sine(a * sun + b * moon + c * height) for size, power, a, b, c in WAVES
    )
    days += sum(size * _sine(start + speed * k) for size, start, speed in PLANETS)
    return _day(days - 0.00017 * _sine(node))


def _twelfth(day: date) -> int:
    """In which twelfth of its way from the spring equinox the sun is as the day begins."""
    t = (day.toordinal() + ZERO - ZONE + _ahead(day.year) - 2451545) / 36525
    anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t**2
    centre = (
        (1.914602 - 0.004817 * t) * _sine(anomaly)
        + (0.019993 - 0.000101 * t) * _sine(2 * anomaly)
        + 0.000289 * _sine(3 * anomaly)
    )
    true = 280.46646 + 36000.76983 * t + 0.0003032 * t**2 + centre
    seen = true - 0.00569 - 0.00478 * _sine(125.04 - 1934.136 * t)
    return floor(seen % 360 / 30)


def _day(dynamical: float) -> date:
    """The day in Viet Nam of an instant given in dynamical days."""
    about = date.fromordinal(floor(dynamical - ZERO))
    return date.fromordinal(floor(dynamical - _ahead(about.year) + ZONE - ZERO))


def _ahead(year: int) -> float:
    """How many days dynamical time is ahead of clocks: about a minute in these years."""
    since = year - 2000
    return (62.92 + 0.32217 * since + 0.005589 * since**2) / 86400


def _sine(degrees: float) -> float:
    return sin(radians(degrees))
