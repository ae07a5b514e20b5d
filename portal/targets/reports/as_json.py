"""The report for programs: the model as it is."""

import json
from dataclasses import asdict
from datetime import date

from portal.targets.reports.model import Report


def as_json(report: Report) -> bytes:
    """UTF-8, days as 2026-09-30, percentages of 100."""
    text = json.dumps(asdict(report), ensure_ascii=False, indent=1, default=_written)
    return f"{text}\n".encode()


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in a report")
