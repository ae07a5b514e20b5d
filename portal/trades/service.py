"""Occupations and skills by name, and the refusal of codes that nobody knows."""

import csv
from collections import defaultdict
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from sqlalchemy import insert, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from portal.db import session
from portal.errors import RuleBroken
from portal.i18n import _, current_language
from portal.text import sort_key
from portal.trades.models import Occupation, Skill

DATA = Path(__file__).parent / "data"

Named = type[Occupation] | type[Skill]


def load() -> bool:
    """Fill the occupations where there are none; whether it did."""
    return _fill(Occupation, "occupations.csv")


def load_skills() -> bool:
    """Fill the skills where there are none: for the demo, because an import brings its own."""
    return _fill(Skill, "skills.csv")


def occupation_name(code: str, language: str | None = None) -> str:
    """The name of an occupation, or of the smallest known group it belongs to."""
    return occupation_names([code], language)[code]


def occupation_names(codes: Collection[str], language: str | None = None) -> dict[str, str]:
    """The names of occupations by code, each in one query; an unknown code takes the name of its
    longest known beginning, and without one names itself."""
    return names_together(codes, (), language)[0]


def skill_names(codes: Collection[str], language: str | None = None) -> dict[str, str]:
    """The names of the skills that are known, by code."""
    return names_together((), codes, language)[1]


def names_together(
    occupations: Collection[str], skills: Collection[str], language: str | None = None
) -> tuple[dict[str, str], dict[str, str]]:
    """The names of both in one query, as `occupation_names` and `skill_names` give them."""
    beginnings = {code[:digits] for code in occupations for digits in range(1, len(code) + 1)}
    asked: list[tuple[Named, Collection[str]]] = [(Occupation, beginnings), (Skill, skills)]
    parts = [
        select(literal(model.__tablename__), model.code, _name_column(model, language)).where(
            model.code.in_(codes)
        )
        for model, codes in asked
        if codes
    ]
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for table, code, name in session().execute(union_all(*parts)) if parts else ():
        names[table][code] = name
    known = names[Occupation.__tablename__]
    return {code: _longest(code, known) for code in occupations}, names[Skill.__tablename__]


def skill_words(codes: Collection[str]) -> dict[str, list[str]]:
    """All that people may type for each skill: its names and synonyms."""
    rows = session().scalars(select(Skill).where(Skill.code.in_(codes)))
    return {row.code: [row.name_vi, row.name_en, *row.synonyms.split(";")] for row in rows}


def nearest(code: str) -> list[str]:
    """The known skills whose codes look most like this one, at most three."""
    return get_close_matches(code, session().scalars(select(Skill.code)).all())


def check_skills(codes: Collection[str]) -> None:
    """Refuse the first skill that nobody knows, naming the nearest ones."""
    known = skill_names(codes)
    for code in codes:
        if code not in known:
            raise _unknown(code)


def occupation_options(language: str | None = None) -> list[tuple[str, str]]:
    """The occupations that an opening may have, those of four digits, for a select."""
    name = _name_column(Occupation, language)
    rows = select(Occupation.code, name).order_by(Occupation.code)
    return [(code, text) for code, text in session().execute(rows) if len(code) == 4]


def occupation_groups(language: str | None = None) -> list[tuple[str, str]]:
    """The groups of two digits among which people look for work, for a list to tick: services,
    farming, crafts, machines and plain labour (VSCO 5 to 9)."""
    rows = select(Occupation.code, _name_column(Occupation, language)).order_by(Occupation.code)
    found = session().execute(rows.where(Occupation.code >= "5"))
    return [(code, text) for code, text in found if len(code) == 2]


def grouped_occupations(groups: str, chosen: str | None) -> dict[str, list[tuple[str, str]]]:
    """Occupations of these main groups ("56789") under the names of their groups of two digits,
    for a select; the one chosen is never lost."""
    options = occupation_options()
    offered = [(code, name) for code, name in options if code[0] in groups or code == chosen]
    names = occupation_names({code[:2] for code, _name in offered})
    grouped: dict[str, list[tuple[str, str]]] = {str(_("Chưa chọn")): [("", "–")]}
    for code, name in offered:
        grouped.setdefault(names[code[:2]], []).append((code, name))
    return grouped


def skill_options(language: str | None = None) -> list[tuple[str, str]]:
    """All skills by name, for a select."""
    rows = session().execute(select(Skill.code, _name_column(Skill, language)))
    return sorted(((code, text) for code, text in rows), key=lambda row: sort_key(row[1]))


def _unknown(code: str) -> RuleBroken:
    near = ", ".join(nearest(code)) or "–"
    return RuleBroken(
        _("Không có kỹ năng mã %(code)s; gần nhất: %(near)s.", code=code, near=near),
        field="skills",
    )


def _name_column(model: Named, language: str | None) -> InstrumentedAttribute[str]:
    return model.name_en if (language or current_language()) == "en" else model.name_vi


def _longest(code: str, names: dict[str, str]) -> str:
    beginnings = (code[:digits] for digits in range(len(code), 0, -1))
    return next((names[known] for known in beginnings if known in names), code)


def _fill(model: Named, file_name: str) -> bool:
    if session().scalar(select(model.id).limit(1)):
        return False
    with (DATA / file_name).open(encoding="utf-8", newline="") as file:
        session().execute(insert(model), list(csv.DictReader(file)))
    return True
