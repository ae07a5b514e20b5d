"""Why an opening fits a person or not: one row a criterion, made when asked and never kept."""

from dataclasses import dataclass
from datetime import date

from portal.matching import facts
from portal.matching.arrays import Classes, Vacancies
from portal.matching.criteria import CRITERIA
from portal.matching.facts import Fact, Figure
from portal.matching.judge import Judged, judge_classes, judge_vacancies
from portal.matching.pairs import of_client
from portal.matching.rows import ClassRow, ClientRow, VacancyRow

NOT_ASKED = "not_asked_of_class"
# What would mend a missing criterion; the others the person cannot mend.
STEPS = {
    "skills": "learn_skills",
    "shifts": "offer_shifts",
    "distance": "go_farther",
    "wage": "lower_wage_wish",
    "education": "reach_schooling",
}


@dataclass(frozen=True)
class Reason:
    """One row: a criterion with its state, a part of the score with its points, or both."""

    name: str
    state: str | None  # None: a part of the score that no criterion stands for
    points: int | None  # None: a criterion that earns no points
    most: int | None
    fact: str
    figures: dict[str, Figure]
    step: str | None


def explain(client: ClientRow, opening: VacancyRow | ClassRow, on: date) -> list[Reason]:
    """The ten criteria in order, then the parts of the score that are no criterion."""
    if isinstance(opening, VacancyRow):
        of_vacancy = judge_vacancies(of_client(client, Vacancies([opening])), on)
        return _reasons(of_vacancy, _facts_of_vacancy(client, opening, on, of_vacancy))
    of_class = judge_classes(of_client(client, Classes([opening])), on)
    return _reasons(of_class, _facts_of_class(client, opening, on, of_class))


def _reasons(judged: Judged[Vacancies] | Judged[Classes], found: dict[str, Fact]) -> list[Reason]:
    states, points = judged.states_of(0), judged.points_of(0)
    names = [*CRITERIA, *(part for part in judged.most if part not in CRITERIA)]
    return [
        Reason(
            name,
            states.get(name),
            points.get(name),
            judged.most.get(name),
            found[name].code,
            found[name].figures,
            STEPS.get(name) if states.get(name) == "missing" else None,
        )
        for name in names
    ]


def _facts_of_any(
    client: ClientRow,
    opening: VacancyRow | ClassRow,
    on: date,
    judged: Judged[Vacancies] | Judged[Classes],
) -> dict[str, Fact]:
    return {
        "open": facts.open_today(opening, on),
        "seats": facts.seats(opening),
        "distance": facts.distance(client, opening, int(judged.pairs.d2[0])),
        "education": facts.education(client, opening),
        "shifts": facts.shifts(client, opening),
        "occupation": facts.occupation(client, opening),
    }


def _facts_of_vacancy(
    client: ClientRow, vacancy: VacancyRow, on: date, judged: Judged[Vacancies]
) -> dict[str, Fact]:
    return _facts_of_any(client, vacancy, on, judged) | {
        "limits": facts.limits(client, vacancy),
        "skills": facts.skills(client, vacancy),
        "wage": facts.wage(client, vacancy),
        "age": facts.age(client, vacancy, on),
        "employer": facts.employer(client, vacancy),
        "stability": facts.stability(vacancy),
    }


def _facts_of_class(
    client: ClientRow, training_class: ClassRow, on: date, judged: Judged[Classes]
) -> dict[str, Fact]:
    """What only a vacancy asks has no figures here: the fact says that it is not asked."""
    not_asked = {name: Fact(NOT_ASKED) for name in CRITERIA}
    own = {
        "cost": facts.cost(client, training_class),
        "certificate": facts.certificate(training_class),
    }
    return not_asked | _facts_of_any(client, training_class, on, judged) | own
