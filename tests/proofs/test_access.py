"""Who may open what: every address, every role, by HTTP, against `tests/access.csv`.

The table holds the status of the first answer: 200 shown, 303 done or sent on, 302 asked to sign
in, 403 not theirs, 404 not there for them, 422 something is to be filled in.
A new address is entered by hand: the failure prints the row to judge.
"""

import csv
from collections.abc import Iterator
from io import StringIO

import pytest
from flask import Flask
from werkzeug.routing import Rule

from portal import access
from portal.config import ROOT
from tests.proofs.addresses import other, own
from tests.proofs.conftest import Copy
from tests.proofs.people import EVERYONE, VISITOR, client_of

TABLE = ROOT / "tests" / "access.csv"
SOME_SEE_SOME = ("member", "coordinator", "case_officer", "employer", "provider")


def _asked(app: Flask) -> Iterator[tuple[Rule, str]]:
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)
    for method in ("GET", "POST"):
        yield from ((rule, method) for rule in rules if method in (rule.methods or set()))


def _expected() -> dict[tuple[str, str], dict[str, int]]:
    with TABLE.open(newline="") as file:
        return {
            (row["endpoint"], row["method"]): {name: int(row[name]) for name in EVERYONE}
            for row in csv.DictReader(file)
        }


def _status(app: Flask, name: str, method: str, address: str) -> int:
    return client_of(app, name).open(address, method=method).status_code


def _address(app: Flask, pattern: str, whose: object = own) -> str | None:
    with app.extensions["installation"].transaction(writes=False):
        return whose(pattern)  # type: ignore[operator]


def _line(*cells: object) -> str:
    text = StringIO()
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()


def test_every_address_answers_each_role_as_the_table_says(copy_of_province: Copy) -> None:
    expected, wrong = _expected(), []
    app = copy_of_province()
    for rule, method in _asked(app):
        address = _address(app, rule.rule) or ""
        found = {name: _status(app, name, method, address) for name in EVERYONE}
        if method == "POST" and {200, 303} & set(found.values()):
            app = copy_of_province()  # what was done must not change what the next may do
        if found != expected.get((rule.endpoint, method)):
            wrong.append(_line(rule.endpoint, method, *found.values()))
    assert not wrong, "not as in tests/access.csv:\n" + "\n".join(wrong)


def test_the_table_names_no_address_that_is_gone(province_site: Flask) -> None:
    there = {(rule.endpoint, method) for rule, method in _asked(province_site)}
    assert set(_expected()) <= there


@pytest.mark.parametrize("name", SOME_SEE_SOME)
def test_a_record_of_another_scope_is_not_there(name: str, copy_of_province: Copy) -> None:
    app, found = copy_of_province(), {}
    for rule, method in _asked(app):
        if not _is_for(app, rule, name):
            continue
        address = _address(app, rule.rule, other)
        if address:
            found[address] = _status(app, name, method, address)
    assert found
    assert set(found.values()) == {404}, {a: s for a, s in found.items() if s != 404}


def _is_for(app: Flask, rule: Rule, name: str) -> bool:
    allowed = set(access.roles_for(access.rule_of(app, rule.endpoint) or access.anyone))
    return name in allowed and VISITOR not in allowed
