"""The report as a page that prints as the paper: it needs nothing else, not even the site."""

from base64 import b64encode
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.config import ROOT
from portal.papers.wording import MOTTO, RECIPIENTS
from portal.targets.reports.layout import lies
from portal.targets.reports.model import Report
from portal.targets.reports.wording import (
    NOTHING,
    annex_names,
    goes_with,
    shown,
)

STYLE = ROOT / "static" / "paper.css"


def as_html(report: Report, stylesheet: str | None = None) -> bytes:
    """The style is carried along as data, or asked from the address where one is given."""
    template = _templates().get_template("targets/paper_sheet.html")
    words = template.render(
        report=report,
        annexes=list(annex_names(report)),
        goes_with=goes_with(report),
        stylesheet=stylesheet or _carried(),
        motto=MOTTO,
        recipients=RECIPIENTS,
        nothing=NOTHING,
        shown=shown,
        lies=lies,
    )
    return words.encode()


@cache
def _templates() -> Environment:
    """Without the site's own filters: the paper is Vietnamese whoever reads it."""
    return Environment(
        loader=FileSystemLoader(ROOT / "templates"), autoescape=True, undefined=StrictUndefined
    )


def _carried() -> str:
    return f"data:text/css;base64,{b64encode(STYLE.read_bytes()).decode()}"
