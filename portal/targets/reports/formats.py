"""The five formats of a report, by the ending of their files."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from portal.targets.reports.as_docx import as_docx
from portal.targets.reports.as_html import as_html
from portal.targets.reports.as_json import as_json
from portal.targets.reports.as_pdf import as_pdf
from portal.targets.reports.as_xlsx import as_xlsx
from portal.targets.reports.model import Report

OFFICE = "application/vnd.openxmlformats-officedocument"


class Format(NamedTuple):
    """How a report is written in a format, and what a browser is told it is."""

    write: Callable[[Report], bytes]
    mimetype: str


FORMATS: Mapping[str, Format] = {
    "html": Format(as_html, "text/html"),
    "docx": Format(as_docx, f"{OFFICE}.wordprocessingml.document"),
    "pdf": Format(as_pdf, "application/pdf"),
    "xlsx": Format(as_xlsx, f"{OFFICE}.spreadsheetml.sheet"),
    "json": Format(as_json, "application/json"),
}
