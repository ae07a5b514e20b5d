"""The look keeps its promises: light, readable in both schemes, nothing inline in a template."""

import gzip
import re
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STYLESHEET = (ROOT / "static" / "portal.css").read_text(encoding="utf-8")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))

TEXT_ON_GROUND = [
    *[(text, ground) for text in ("ink", "soft", "teal", "red") for ground in ("paper", "sand")],
    *[(text, "teal-wash") for text in ("ink", "soft", "teal", "teal-deep")],
    *[("ink", f"{kind}-wash") for kind in ("marigold", "green", "red")],
    *[(kind, f"{kind}-wash") for kind in ("marigold", "green", "red")],
    *[(kind, "paper") for kind in ("marigold", "green")],
    ("on-teal", "teal"),
    ("on-teal", "teal-deep"),
    ("on-band", "band"),
]
SHAPE_ON_GROUND = [("edge", "paper"), ("edge", "sand"), ("sun", "band")]
INLINE = re.compile(r"<style\b|\sstyle=|<script(?![^>]*\ssrc=)|\s(hx-)?on[a-z:-]+=|javascript:")


def colours(block: str) -> dict[str, str]:
    """The colour tokens of one `:root` block, by name."""
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme: the first block is light, the second what dark changes in it."""
    light, dark, *_ = re.findall(r":root \{(.*?)\}", STYLESHEET, re.DOTALL)
    return colours(light) | (colours(dark) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, from 0 for black to 1 for white."""
    shares = [int(colour[start:end], 16) / 255 for start, end in pairwise((1, 3, 5, 7))]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(weight * s for weight, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    assert contrast(tokens(scheme)[text], tokens(scheme)[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON_GROUND)
def test_edges_of_controls_can_be_seen(scheme: str, shape: str, ground: str) -> None:
    assert contrast(tokens(scheme)[shape], tokens(scheme)[ground]) >= 3


def test_every_colour_is_a_token() -> None:
    """A colour written straight into a rule would escape the tests above; white and shade may."""
    rules = re.sub(r":root \{.*?\}", "", STYLESHEET, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules)) <= {"#fff", "#0003"}


def test_tokens_are_defined_and_used() -> None:
    defined = set(re.findall(r"--([a-z0-9-]+):", STYLESHEET))
    assert set(re.findall(r"var\(--([a-z0-9-]+)", STYLESHEET)) == defined


def test_stylesheet_and_script_are_light() -> None:
    assert len(gzip.compress(STYLESHEET.encode())) <= 8_000
    assert (ROOT / "static" / "portal.js").stat().st_size <= 2_000


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_inline(template: Path) -> None:
    """The content security policy would drop it in the reader's browser, and nobody would hear."""
    source = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not INLINE.search(source)
