"""Occupations and skills: the codes that openings and people share."""

from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, Identified


class Occupation(Identified, Base):
    """A group of VSCO/ISCO-08 of 1 to 4 digits; its parents are its own first digits."""

    __tablename__ = "occupations"

    code: Mapped[str] = mapped_column(unique=True)
    name_vi: Mapped[str]
    name_en: Mapped[str]


class Skill(Identified, Base):
    """A skill by its code; `synonyms` are what people type for it, split on `;`."""

    __tablename__ = "skills"

    code: Mapped[str] = mapped_column(unique=True)
    name_vi: Mapped[str]
    name_en: Mapped[str]
    synonyms: Mapped[str] = mapped_column(default="")
