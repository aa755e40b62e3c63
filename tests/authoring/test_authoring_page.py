"""Can an instructor add a task, and an assignment, by doing what docs/authoring.md says, and nothing else?"""

import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

from grader.places import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]
PAGE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
NEEDED = ("course", "grader", "source", "release", "nbgrader_config.py", "tests/submissions/1-cross-correlation")
NOTEBOOK = "1-cross-correlation/cross-correlation.ipynb"


def blocks(section):
    """Return the code blocks of one numbered section of the page, without their fences."""
    text = PAGE.split(f"\n## {section} ")[1].split("\n## ")[0]
    return [block for _, block in re.findall(r"^```(\w+)\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)]


def run(folder, line):
    """Run one command line of the page in `folder`."""
    command = [sys.executable if word == "python" else word for word in line.split()]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of the repository in which sections 1 to 4 of the page have been followed: (folder, what was printed)."""
    folder = tmp_path_factory.mktemp("authoring") / "repository"
    for name in NEEDED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    (solution,), (graded,), (entry,), (commands,) = (blocks(section) for section in (1, 2, 3, 4))
    path = folder / "source" / NOTEBOOK
    nb = nbformat.read(path, as_version=4)
    nb.cells += [
        _cell(solution, "moving_average", solution=True),
        _cell(graded, "check-moving_average", grade=True, locked=True, points=1),
    ]
    nbformat.write(nb, path)
    tasks = folder / "grader" / "tasks"
    (tasks / "cross_correlation" / "moving_average.py").write_text(entry, encoding="utf-8")
    (before,) = re.findall(r"behind `(.*?)`", PAGE)
    listed = (tasks / "course.py").read_text(encoding="utf-8")
    assert listed.count(before) == 1
    (tasks / "course.py").write_text(listed.replace(before, f'{before}, "moving_average"'), encoding="utf-8")
    return folder, {line: run(folder, line) for line in commands.splitlines()}


def _cell(source, grade_id, **chosen):
    """A cell as JupyterLab's Create Assignment panel makes it."""
    cell = nbformat.v4.new_code_cell(source.rstrip("\n"))
    kinds = {"grade": False, "locked": False, "solution": False, "task": False} | chosen
    cell.metadata["nbgrader"] = {"grade_id": grade_id, "schema_version": 3} | kinds
    return cell


@pytest.fixture(scope="module")
def seventh(copy):
    """The same copy, in which section 6 has been followed as well: (folder, what was printed)."""
    folder = copy[0]
    setup, solution, graded, entry, line, commands = blocks(6)
    nb = nbformat.v4.new_notebook()
    nb.cells = [
        nbformat.v4.new_code_cell(setup.rstrip("\n")),
        _cell(solution, "pool2d", solution=True),
        _cell(graded, "check-pool2d", grade=True, locked=True, points=10),
    ]
    (folder / "source" / "7-pooling").mkdir()
    nbformat.write(nb, folder / "source" / "7-pooling" / "pooling.ipynb")
    tasks = folder / "grader" / "tasks"
    (tasks / "pooling").mkdir()
    (tasks / "pooling" / "__init__.py").write_text('"""The tasks of assignment 7, pooling."""\n', encoding="utf-8")
    (tasks / "pooling" / "pool2d.py").write_text(entry, encoding="utf-8")
    listed = (tasks / "course.py").read_text(encoding="utf-8")
    end = "\n    ),\n)\n"
    assert listed.endswith(end)
    (tasks / "course.py").write_text(f"{listed.removesuffix(end)}\n        {line.strip()}{end}", encoding="utf-8")
    return folder, {line: run(folder, line) for line in commands.splitlines()}


def test_the_release_has_the_stub_and_the_check(copy):
    released = nbformat.read(copy[0] / "release" / NOTEBOOK, as_version=4)
    stub, check = released.cells[-2:]
    assert stub.source.endswith("pass  # YOUR CODE HERE")
    assert "total" not in stub.source
    assert check.source == 'check("moving_average", moving_average)'


def test_the_matrix_is_killed_and_named_and_no_edit_survives(copy):
    printed = copy[1]
    lines = printed["python -m grader mutants --task moving_average"].splitlines()
    named = [line for line in lines if line.startswith("moving_average")]
    assert len(named) == 2
    assert all("killed" in line and line.endswith(" named") for line in named)
    assert printed["python -m grader mutants --syntax --task moving_average"].strip().endswith("0 wrong ones survive")


def test_a_right_and_a_wrong_answer_print_what_the_page_says(copy):
    right, wrong, commands = blocks(5)
    (copy[0] / "right.py").write_text(right)
    (copy[0] / "wrong.py").write_text(wrong)
    first, second = (run(copy[0], line) for line in commands.splitlines())
    promised = re.findall(r"`((?:moving_average:|recognised:).*?)`", PAGE)
    assert len(promised) == 3
    assert promised[0] in first
    assert promised[1] in second
    assert promised[2] in second


def test_a_seventh_assignment_is_released_and_its_mistakes_are_named(seventh):
    folder, printed = seventh
    stub, check = nbformat.read(folder / "release" / "7-pooling" / "pooling.ipynb", as_version=4).cells[-2:]
    assert stub.source.endswith("pass  # YOUR CODE HERE")
    assert check.source == 'check("pool2d", pool2d)'
    lines = printed["python -m grader mutants --task pool2d"].splitlines()
    assert [line.split()[-1] for line in lines if line.startswith("pool2d")] == ["named", "named"]
    assert printed["python -m grader mutants --syntax --task pool2d"].strip().endswith("0 wrong ones survive")


def test_a_seventh_assignment_is_graded_like_the_others(seventh):
    folder, _ = seventh
    for student, kind in (("s001", "source"), ("s002", "release")):
        handed_in = folder / "submitted" / student / "7-pooling"
        handed_in.mkdir(parents=True)
        shutil.copy(folder / kind / "7-pooling" / "pooling.ipynb", handed_in)
    rows = [line.split() for line in run(folder, "python -m grader grade 7-pooling --jobs 1").splitlines()]
    assert [row[-1] for row in rows if row[:1] in (["s001"], ["s002"]) and len(row) == 3] == ["10.00", "0.00"]
