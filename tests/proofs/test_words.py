"""No word on a page, in an address or in a message says where a member comes from."""

import re

import pytest
from flask import Flask
from sqlalchemy import update

from portal import chores
from portal.clubs.models import Club
from portal.db import session
from portal.i18n import LANGUAGES, force_locale
from portal.messages.templates import TEMPLATES, words
from tests.demo.test_words import GIVES_AWAY
from tests.proofs.crawl import crawl
from tests.proofs.people import VISITOR, client_of

BYSTANDERS = (VISITOR, "member", "employer", "provider")
MORE = (
    "cai nghiện", "quản lý sau", "tái nghiện", "tệ nạn", "tù ", "hoàn lương", "tái hòa nhập",
    "aftercare", "detox", "relapse", "substance", "recovery", "narcotic", "inmate", "offender",
)  # fmt: skip
EVERY = tuple(dict.fromkeys((*GIVES_AWAY, *MORE)))
_GIVES_AWAY = re.compile("|".join(rf"(?<!\w){re.escape(word)}" for word in EVERY), re.IGNORECASE)


def _given_away(text: str) -> list[str]:
    return _GIVES_AWAY.findall(text)


@pytest.fixture
def site(province_site: Flask) -> Flask:
    """The province, every club under an official name that says all."""
    with province_site.extensions["installation"].transaction(writes=True):
        session().execute(update(Club).values(name="Câu lạc bộ người sau cai nghiện ma túy"))
        chores.rebuild_index()
    return province_site


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("login", BYSTANDERS)
def test_no_page_gives_a_member_away(site: Flask, login: str, language: str) -> None:
    found = {answer.address: _given_away(answer.all) for answer in crawl(site, login, language)}
    assert {address: said for address, said in found.items() if said} == {}


def test_a_members_own_file_has_a_name_that_says_nothing(site: Flask) -> None:
    answer = client_of(site, "member").post("/me/data/file")
    assert answer.status_code == 200
    assert _given_away(str(answer.headers)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_gives_a_member_away(site: Flask, language: str) -> None:
    with site.test_request_context(), force_locale(language):
        said = [words(template, _Facts()) for template in TEMPLATES]
    assert _given_away("\n".join(said)) == []


class _Facts(dict[str, str]):
    """Any fact that a message asks for."""

    def __missing__(self, name: str) -> str:
        return name
