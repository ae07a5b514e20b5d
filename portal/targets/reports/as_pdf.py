"""The report as PDF, set by typst from data; the same report gives the same bytes."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from portal.targets.reports.model import Annex, Report
from portal.targets.reports.wording import MOTTO, NOTHING, RECIPIENTS, annex_names, goes_with, shown

TEMPLATE = Path(__file__).with_name("paper.typ")
LEAST, MOST = 6, 30  # how wide a column of text may ask to be, in letters


def as_pdf(report: Report) -> bytes:
    """Typst is given words only: no file of the machine and no clock."""
    paper = json.dumps(_words(report), ensure_ascii=False)
    made: bytes = typst.compile(TEMPLATE, root=TEMPLATE.parent, sys_inputs={"paper": paper})
    return made


def _words(report: Report) -> dict[str, Any]:
    return {
        "motto": MOTTO,
        "recipients_title": RECIPIENTS,
        **{key: value for key, value in asdict(report).items() if key not in ("first", "last")},
        "annexes": [_annex(annex, name, goes_with(report)) for name, annex in annex_names(report)],
    }


def _annex(annex: Annex, name: str, with_what: str) -> dict[str, Any]:
    kinds = [column.kind for column in annex.columns]
    rows = [
        [shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in annex.rows
    ]
    return {
        "name": name,
        "title": annex.title,
        "goes_with": with_what,
        "note": annex.note,
        "nothing": NOTHING,
        "columns": [
            {"title": column.title, "kind": column.kind, "width": _width(column.title, at, rows)}
            for at, column in enumerate(annex.columns)
        ],
        "rows": rows,
    }


def _width(title: str, at: int, rows: list[list[str]]) -> int:
    longest = max((len(row[at]) for row in rows), default=0)
    return min(max(LEAST, len(title) // 2, longest), MOST)
