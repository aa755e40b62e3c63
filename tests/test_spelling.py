"""Are the words that people read spelled right: pages, notebooks, docstrings, comments, messages, interface texts?"""

import subprocess
import sys

import nbformat
import pytest

from grader.places import ROOT

FOLDERS = ("docs", "course", "grader", "deploy", "benchmarks")  # what to leave out: [tool.codespell] in pyproject.toml


def misspelled(*paths):
    """Return codespell's findings, one line each."""
    command = [sys.executable, "-m", "codespell_lib", "--toml", str(ROOT / "pyproject.toml"), *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Error" not in done.stderr, done.stderr
    return done.stdout.splitlines()


def test_pages_and_code():
    readmes = [path for path in ROOT.glob("*/README.md")]
    top = [
        ROOT / name
        for name in (
            "README.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "Makefile",
            "nbgrader_config.py",
            "environment.yml",
        )
    ]
    assert misspelled(*(ROOT / folder for folder in FOLDERS), *readmes, *top) == []


def test_notebooks(tmp_path):
    """Cell by cell: in the file, quotes and line breaks are escaped and pictures are long words."""
    for path in ROOT.glob("source/*/*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            (tmp_path / f"{path.stem}-{cell.id}.md").write_text(cell.source, encoding="utf-8")
    assert misspelled(tmp_path) == []


@pytest.mark.parametrize("name", ["page.md", "module.py", "widget.js"])
def test_a_misspelling_is_found(tmp_path, name):
    wrong = "recieve"
    (tmp_path / name).write_text(f"# you {wrong} it\n")
    assert misspelled(tmp_path) == [f"{tmp_path / name}:1: {wrong} ==> receive"]
