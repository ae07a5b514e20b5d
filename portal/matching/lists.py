"""The lists: for a person, for an opening, for everyone; and their form in JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from portal.matching.arrays import Classes, Snapshot, Vacancies
from portal.matching.criteria import CRITERIA
from portal.matching.judge import Judged, judge_classes, judge_vacancies
from portal.matching.pairs import of_client, of_opening
from portal.matching.pathways import Pathway, class_that_mends, offers, pathways
from portal.matching.rows import ClassRow, ClientRow
from portal.matching.topk import best

MOST_FOR_CLIENT = 20
MOST_FOR_OPENING = 50
MOST_NEAR = 20


@dataclass(frozen=True)
class Match:
    """An opening that fits, with the state of all ten criteria and the points by part."""

    code: str
    score: int
    criteria: dict[str, str]
    points: dict[str, int]


@dataclass(frozen=True)
class Near:
    """An opening that would fit but for one thing, and the class that would mend it, if any."""

    code: str
    kind: Literal["vacancy", "class"]
    missing: str
    score: int
    mended_by: str | None = None


@dataclass(frozen=True)
class ClientLists:
    """All that is listed for one person on a day."""

    client: str
    on: date
    vacancies: list[Match]
    classes: list[Match]
    near: list[Near]
    pathways: list[Pathway]


@dataclass(frozen=True)
class Suitable:
    """A person whom an opening fits."""

    code: str
    score: int


@dataclass(frozen=True)
class OpeningList:
    """The best people for an opening; `total` counts all whom it fits, listed or not."""

    opening: str
    on: date
    total: int
    clients: list[Suitable]


def for_client(client: ClientRow, snapshot: Snapshot, on: date) -> ClientLists:
    """What fits one person, who need not stand in the snapshot, on a day."""
    vacancies = judge_vacancies(of_client(client, snapshot.vacancies), on)
    classes = judge_classes(of_client(client, snapshot.classes), on)
    found = offers(classes)
    return ClientLists(
        client.code,
        on,
        vacancies=_matches(vacancies),
        classes=_matches(classes),
        near=_near(client, vacancies, classes, found),
        pathways=pathways(client, vacancies, found),
    )


def for_everyone(snapshot: Snapshot, on: date) -> Iterator[ClientLists]:
    """The lists of each person in the snapshot, in the order of their codes."""
    for client in snapshot.clients.rows:
        yield for_client(client, snapshot, on)


def for_opening(code: str, snapshot: Snapshot, on: date) -> OpeningList:
    """Whom an opening fits, of all in the snapshot; KeyError where it is not there."""
    judged = _judge_opening(code, snapshot, on)
    people, scores = snapshot.clients.rows, judged.score
    rows = best(scores, judged.matches, MOST_FOR_OPENING)
    listed = [Suitable(people[row].code, int(scores[row])) for row in rows]
    return OpeningList(code, on, int(judged.matches.sum()), listed)


def as_json(lists: ClientLists) -> dict[str, Any]:
    """The form that `portal match --json` prints for one person."""
    return {
        "client": lists.client,
        "on": lists.on.isoformat(),
        "vacancies": [dict(vars(match)) for match in lists.vacancies],
        "classes": [dict(vars(match)) for match in lists.classes],
        "near": [{"code": n.code, "kind": n.kind, "missing": n.missing} for n in lists.near],
        "pathways": [{"class": way.code, "unlocks": way.unlocks} for way in lists.pathways],
    }


def opening_as_json(found: OpeningList) -> dict[str, Any]:
    """The form that `portal match --opening CODE --json` prints."""
    return {"opening": found.opening, "clients": [dict(vars(person)) for person in found.clients]}


def _judge_opening(code: str, snapshot: Snapshot, on: date) -> Judged[Vacancies] | Judged[Classes]:
    people = snapshot.clients
    if vacancy := snapshot.vacancies.by_code.get(code):
        return judge_vacancies(of_opening(people, Vacancies([vacancy])), on)
    training_class = snapshot.classes.by_code[code]
    return judge_classes(of_opening(people, Classes([training_class])), on)


def _matches(judged: Judged[Vacancies] | Judged[Classes]) -> list[Match]:
    openings, scores = judged.pairs.openings.rows, judged.score
    return [
        Match(openings[row].code, int(scores[row]), judged.states_of(row), judged.points_of(row))
        for row in best(scores, judged.matches, MOST_FOR_CLIENT)
    ]


def _near(
    client: ClientRow,
    vacancies: Judged[Vacancies],
    classes: Judged[Classes],
    found: list[ClassRow],
) -> list[Near]:
    """Vacancies and classes in one order; only the listed ones are given their class."""
    jobs, lessons = vacancies.pairs.openings.rows, classes.pairs.openings.rows
    near: list[Near] = []
    for row in best(vacancies.score, vacancies.nearly, MOST_NEAR):
        missing = _only(vacancies.missing[row])
        mended = class_that_mends(client, jobs[row], found) if missing == "skills" else None
        near.append(Near(jobs[row].code, "vacancy", missing, int(vacancies.score[row]), mended))
    for row in best(classes.score, classes.nearly, MOST_NEAR):
        missing = _only(classes.missing[row])
        near.append(Near(lessons[row].code, "class", missing, int(classes.score[row])))
    return sorted(near, key=lambda item: (-item.score, item.code))[:MOST_NEAR]


def _only(missing: int) -> str:
    """The name of the one criterion in a mask."""
    return CRITERIA[int(missing).bit_length() - 1]
