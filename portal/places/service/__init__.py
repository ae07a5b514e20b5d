"""What may be asked about places: units by day, successors, wages.

Codes go in and codes or `Place` values come out; scopes of other packages start from the Selects.
"""

from portal.places.gazetteer import Gazetteer, Level, Place, Wage
from portal.places.loading import load
from portal.places.service.edition import gazetteer, renew
from portal.places.service.successors import (
    Area,
    area_of_plan,
    communes_without_successor,
    default_successor,
    ended_without_successor,
    enter_successor,
    grown_into,
    old_districts_of,
    predecessors,
    resolve_commune,
    successors_of,
    tell_successor,
)
from portal.places.service.typed import commune_typed, commune_written
from portal.places.service.units import (
    communes_of,
    communes_under,
    district_of,
    find_unit,
    grid,
    in_force,
    name_of,
    province_of,
    search_names,
    search_units,
    unit_on,
)
from portal.places.service.wages import minimum_wage, wage_zone

__all__ = [
    "Area",
    "Gazetteer",
    "Level",
    "Place",
    "Wage",
    "area_of_plan",
    "commune_typed",
    "commune_written",
    "communes_of",
    "communes_under",
    "communes_without_successor",
    "default_successor",
    "district_of",
    "ended_without_successor",
    "enter_successor",
    "find_unit",
    "gazetteer",
    "grid",
    "grown_into",
    "in_force",
    "load",
    "minimum_wage",
    "name_of",
    "old_districts_of",
    "predecessors",
    "province_of",
    "renew",
    "resolve_commune",
    "search_names",
    "search_units",
    "successors_of",
    "tell_successor",
    "unit_on",
    "wage_zone",
]
