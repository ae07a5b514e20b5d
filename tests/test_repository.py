"""What every file of the project keeps to: it names no machine, and it stays small."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.requirements import missing

ROOT = Path(__file__).resolve().parent.parent
REGISTRY = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|debian|jsdelivr|unpkg|cdnjs)\b\.(?:org|com|net)\b"
)
MACHINE = re.compile(r"(?<![\w./<-])/(?:root|opt|Users|home/\w+/)")
INLINE = re.compile(
    r"<style|\sstyle\s*=|\son\w+\s*=\s*[\"']|<script(?![^>]*\bsrc=)|javascript:", re.I
)
LONGEST_FUNCTION = 40
LONGEST_FILE = 300


def _files(pattern: str) -> list[Path]:
    """The files that git has or would take."""
    try:
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", pattern]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        missing(f"git does not list the files: {error}")
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def _modules() -> list[Path]:
    """The modules of the portal, but for migrations, which record history at any length."""
    return [path for path in _files("portal/*.py") if "migrations" not in path.parts]


def _found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", "ignore").splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE], ids=["registry", "machine"])
def test_no_file_names_a_registry_or_a_machine(pattern: re.Pattern[str]) -> None:
    assert _found(pattern, _files("*")) == []


def test_no_lock_holds_an_address() -> None:
    locks = _files("*.lock")
    assert locks
    assert _found(re.compile(r"://|^\s*-(?!-hash)"), locks) == []


def test_templates_hold_no_inline_script_or_style() -> None:
    assert _found(INLINE, _files("templates/*")) == []


def test_files_stay_small() -> None:
    lengths = {path: len(path.read_text().splitlines()) for path in _modules()}
    long = {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST_FILE}
    assert long == {}


def test_functions_stay_small() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name} has {length} lines"
        for path in _modules()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []
