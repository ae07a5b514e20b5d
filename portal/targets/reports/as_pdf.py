"""The report as PDF, set by typst from data; the same report gives the same bytes."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from portal.papers.wording import MOTTO, RECIPIENTS
from portal.targets.reports.layout import lies, shares
from portal.targets.reports.model import Annex, Report
from portal.targets.reports.wording import NOTHING, annex_names, goes_with, shown

TEMPLATE = Path(__file__).with_name("paper.typ")


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
        "lies": lies(annex),
        "columns": [
            {"title": column.title, "kind": column.kind, "share": share}
            for column, share in zip(annex.columns, shares(annex), strict=True)
        ],
        "rows": rows,
    }
