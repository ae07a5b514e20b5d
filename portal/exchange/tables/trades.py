"""Skills."""

from portal.exchange.cells import SKILL, TEXT, Cell, several
from portal.exchange.effects import index_openings_with_skills
from portal.exchange.table import Column, Table
from portal.trades.models import Skill

SYNONYMS = Cell(lambda text: ";".join(several(TEXT).read(text)))

SKILLS = Table(
    kind="skills",
    model=Skill,
    columns=(
        Column("code", SKILL, required=True),
        Column("name_vi", required=True),
        Column("name_en", required=True),
        Column("synonyms", SYNONYMS),
    ),
    after=(index_openings_with_skills,),
)
