"""A client that reads every page it gets as a browser would, and finds fault with a bad one.

visitor = pages.Visitor(app)
visitor.sign_in("officer")
page = visitor.get("/targets")
page = page.submit("Lưu", title="…")     # the form with that button, with what it already held
"""

import gzip
from collections import Counter
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask, request_started
from sqlalchemy import event
from werkzeug.test import Client, TestResponse

PASSWORD = "demo-portal"
MOST_QUERIES = 30
MOST_HTML = 14 * 1024
UNSAFE_FORMS = ("post",)
LABELLED = ("input", "select", "textarea")
NEEDS_NO_LABEL = ("hidden", "submit", "button", "image", "reset")


class Visitor:
    """Someone with a browser of their own."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client: Client = app.test_client()
        self.queries = 0
        event.listen(app.extensions["installation"].engine, "before_cursor_execute", self._count)
        request_started.connect(self._begin, app)

    def get(self, address: str, status: int = 200, **options: Any) -> "Page":
        """Open an address and follow where it leads."""
        self.queries = 0
        return self._read(self.client.get(address, follow_redirects=True, **options), status)

    def post(self, address: str, data: dict[str, Any], status: int = 200, **options: Any) -> "Page":
        """Send a form as it is and follow where that leads."""
        self.queries = 0
        sent = self.client.post(address, data=data, follow_redirects=True, **options)
        return self._read(sent, status)

    def sign_in(self, login: str, password: str = PASSWORD) -> "Page":
        """Sign in and see the start page."""
        return self.get("/login").submit(login=login, password=password)

    def _begin(self, *_: Any, **__: Any) -> None:
        """Count anew: the queries of a page are those of the last request that led to it."""
        self.queries = 0

    def _count(self, *_: Any) -> None:
        self.queries += 1

    def _read(self, answer: TestResponse, status: int) -> "Page":
        asked = self.queries
        assert answer.status_code == status, (
            f"{answer.request.path}: {answer.status}\n{answer.text}"
        )
        page = Page(self, answer, asked)
        if answer.mimetype == "text/html" and answer.text.lstrip().startswith("<!DOCTYPE"):
            page.check()
        return page


@dataclass
class Page:
    """One answer: its text, its parsed tree, and how many queries it took."""

    visitor: Visitor
    answer: TestResponse
    queries: int

    def __post_init__(self) -> None:
        self.text = self.answer.data.decode("utf-8", "replace")
        self.path = self.answer.request.path
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree: Element = parser.parse(self.text)
        self.parse_errors = parser.errors

    def __contains__(self, words: str) -> bool:
        return words in " ".join("".join(self.tree.itertext()).split())

    def all(self, tag: str) -> list[Element]:
        """All elements of a tag."""
        return list(self.tree.iter(tag))

    def links(self) -> list[str]:
        """Where the page leads within the site."""
        found = (element.get("href", "") for element in self.all("a"))
        return [href for href in found if href.startswith("/")]

    def follow(self, words: str) -> "Page":
        """Follow the first link whose text has the words."""
        for element in self.all("a"):
            if words in " ".join("".join(element.itertext()).split()):
                return self.visitor.get(element.get("href", ""))
        raise AssertionError(f"no link {words!r} on {self.path}")

    def submit(self, button: str = "", status: int = 200, **typed: Any) -> "Page":
        """Send the form that has the button (default: the main part's first), as a browser does."""
        form = self._form(button)
        data = {**_held(form), **_pressed(form, button), **typed}
        address = form.get("action") or self.answer.request.full_path.rstrip("?")
        if (form.get("method") or "get").lower() == "get":
            return self.visitor.get(address, status, query_string=data)
        return self.visitor.post(address, data, status)

    def check(self) -> None:
        """What holds for every page."""
        problems = [*_structure(self), *_labels(self), *_forms(self)]
        if len(gzip.compress(self.answer.data)) > MOST_HTML:
            problems.append("more than 14 kB gzipped")
        if self.queries > MOST_QUERIES:
            problems.append(f"{self.queries} queries")
        if "Content-Security-Policy" not in self.answer.headers:
            problems.append("no Content-Security-Policy")
        assert not problems, f"{self.path}: {'; '.join(problems)}"

    def _form(self, button: str) -> Element:
        (main,) = [element for element in self.all("main")]
        forms = [form for form in self.all("form") if button] or list(main.iter("form"))
        for form in forms:
            if not button or any(_names(element, button) for element in form.iter("button")):
                return form
        raise AssertionError(f"no form with the button {button!r} on {self.path}")


def _names(element: Element, words: str) -> bool:
    return words in " ".join("".join(element.itertext()).split())


def _structure(page: Page) -> list[str]:
    ids = Counter(element.get("id") for element in page.tree.iter() if element.get("id"))
    faults = [f"the id {name} stands {n} times" for name, n in ids.items() if n > 1]
    faults += [f"does not parse: {error}" for error in page.parse_errors]
    if len(page.all("h1")) != 1:
        faults.append(f"{len(page.all('h1'))} h1")
    title = "".join(page.all("title")[0].itertext()).strip() if page.all("title") else ""
    if not title or title.startswith("·"):
        faults.append("no title")
    if not page.all("html")[0].get("lang"):
        faults.append("no language")
    return faults


def _labels(page: Page) -> list[str]:
    labelled = {label.get("for") for label in page.all("label")}
    within = {id(inner) for label in page.all("label") for inner in label.iter()}
    return [
        f"no label for {element.get('name')}"
        for tag in LABELLED
        for element in page.all(tag)
        if element.get("type") not in NEEDS_NO_LABEL
        and element.get("id") not in labelled
        and id(element) not in within
        and not element.get("aria-label")
        and not element.get("aria-labelledby")
    ]


def _forms(page: Page) -> list[str]:
    return [
        f"a form to {form.get('action') or page.path} without token"
        for form in page.all("form")
        if (form.get("method") or "get").lower() in UNSAFE_FORMS
        and not any(field.get("name") == "csrf_token" for field in form.iter("input"))
    ]


def _held(form: Element) -> dict[str, Any]:
    """What the form's fields hold, as a browser would send it."""
    data: dict[str, Any] = {}
    for element in form.iter():
        name, kind = element.get("name"), element.get("type")
        if not name or element.tag == "button":
            continue
        if element.tag == "select":
            chosen = [o for o in element.iter("option") if o.get("selected") is not None]
            options = chosen or list(element.iter("option"))[: 0 if element.get("multiple") else 1]
            values = [option.get("value", "") for option in options]
            data[name] = values if element.get("multiple") is not None else "".join(values)
        elif kind in ("checkbox", "radio"):
            if element.get("checked") is not None:
                data.setdefault(name, [])
                data[name].append(element.get("value", "on"))
        elif element.tag == "textarea":
            data[name] = "".join(element.itertext()).lstrip("\n")
        elif element.tag == "input":
            data[name] = element.get("value", "")
    return data


def _pressed(form: Element, button: str) -> dict[str, str]:
    for element in form.iter("button"):
        if button and _names(element, button) and element.get("name"):
            return {element.get("name", ""): element.get("value", "")}
    return {}
