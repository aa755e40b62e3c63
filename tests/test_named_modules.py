"""Is every file and module of ours that a page names there?"""

import ast
import re

import pytest

from grader.places import ROOT
from tests.test_links import PAGES, _name

FILE = re.compile(r"(?<![\w/.])(?:[\w.-]+/)*\w[\w-]*\.py\b")  # a path from the root of the machine is not ours
MODULE = re.compile(r"(?<![\w/.])(?:grader|course|deploy|tests|benchmarks)(?:\.[A-Za-z_]\w*)+")
ENDINGS = ("py", "tar", "json", "js", "css", "md")
TO_BE_MADE = {"moving_average.py", "pool2d.py", "right.py", "wrong.py"}  # docs/authoring.md lets one make them
NAMES = {
    path.name for top in ("course", "grader", "deploy", "tests", "benchmarks") for path in (ROOT / top).rglob("*.py")
}


def is_module(name: str) -> bool:
    """Does a dotted name lead to a module, or to a word that stands in one?"""
    parts, place = name.split("."), ROOT
    while parts and ((place / parts[0]).is_dir() or (place / f"{parts[0]}.py").exists()):
        place = place / parts.pop(0)
    file = place.with_suffix(".py") if place.with_suffix(".py").exists() else place / "__init__.py"
    if not parts or not file.exists():
        return not parts
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(parts[0] in (getattr(node, "name", ""), getattr(node, "id", "")) for node in ast.walk(tree))


def not_there(text, folder=ROOT) -> list[str]:
    """Return the files and modules that a page in `folder` names and that are nowhere."""
    lost = []
    for path in FILE.findall(text):
        bare = path.rpartition("/")[2]
        known = bare in NAMES if "/" not in path else (ROOT / path).exists() or (folder / path).exists()
        if not known and bare not in TO_BE_MADE:
            lost.append(path)
    named = (name for name in MODULE.findall(text) if name.split(".")[1] not in ENDINGS)
    return lost + [name for name in named if not is_module(name)]


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_what_a_page_names_is_there(path):
    assert (
        not_there(path.read_text(encoding="utf-8"), path.parent.parent if "hostile" in path.parts else path.parent)
        == []
    )


@pytest.mark.parametrize(
    "text, lost",
    [
        ("see `grader/sandbox/wire.py`", []),
        ("run `python -m deploy.setup`, raise course.__version__", []),
        ("`grader.gradebook.lateness.PerDay`", []),
        ("`/backup/course.tar.gz`", []),
        ("see `grader/quiet_kernel.py`", ["grader/quiet_kernel.py"]),
        ("see `quiet_kernel.py`", ["quiet_kernel.py"]),
        ("`grader.normalize`", ["grader.normalize"]),
        ("`grader.gradebook.lateness.PerWeek`", ["grader.gradebook.lateness.PerWeek"]),
    ],
)
def test_a_name_that_is_gone_is_found(text, lost):
    assert not_there(text) == lost
