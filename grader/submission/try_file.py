"""Grade one file that defines one task's object, as `python -m grader try` does."""

import json
from pathlib import Path

import nbformat

from grader.errors import UserError
from grader.packs import load_hidden
from grader.submission.grading import grade_notebook
from grader.submission.staging import read_notebook
from grader.tasks import COURSE


class NothingToGrade(UserError):
    """There is no file, no task or nothing in it; the message says what and where."""


def try_file(name, path, unconfined=False):
    """Return (TaskGrade, isolation, oddities) for a Python file or a notebook that defines the object of task `name`.

    What the task builds on is there in its given version; the file may define its own.

    Raises:
        NothingToGrade: the file is missing, empty or unreadable, or the task is marked by a person.
        TaskError: no such task.
    """
    assignment = COURSE.assignment_of(name).name
    tasks = load_hidden(assignment)["tasks"]
    task = tasks[name]
    if task["kind"] == "text":
        raise NothingToGrade(f"task {name!r} is a written answer: a person marks it")
    nb = nbformat.v4.new_notebook()
    for needed in task["needs"]:
        nb.cells.append(nbformat.v4.new_code_cell(tasks[needed]["given"]))
    first = len(nb.cells)
    nb.cells += _cells(Path(path))
    graded = nbformat.v4.new_code_cell(f'check("{name}", {name})')
    graded.metadata["nbgrader"] = {"grade_id": task["cell"], "grade": True}
    nb.cells.append(graded)
    (grade,), oddities, isolation = grade_notebook(nb, assignment, None, tasks=[name], unconfined=unconfined)
    errors = [o for cell in nb.cells[first:-1] for o in cell.get("outputs", []) if o.output_type == "error"]
    return grade, isolation, [*oddities, *(f"{error.ename}: {error.evalue}" for error in errors)]


def _cells(path):
    if not path.exists():
        raise NothingToGrade(f"{path}: there is no such file")
    if path.is_dir():
        raise NothingToGrade(f"{path}: is a folder, not a file")
    if path.suffix == ".ipynb":
        oddities = []
        notebook = read_notebook(path, oddities)
        if notebook is None:
            raise NothingToGrade(oddities[-1])
        cells = [cell for cell in notebook.cells if cell.cell_type == "code" and not _is_graded(cell)]
        if not any(cell.source.strip() for cell in cells):
            raise NothingToGrade(f"{path}: there is no code in this notebook")
        return cells
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if not text.strip():
        raise NothingToGrade(f"{path}: the file is empty")
    return [nbformat.v4.new_code_cell(text)]


def _is_graded(cell):
    return bool(cell.metadata.get("nbgrader", {}).get("grade"))


def as_json(grade, isolation):
    """Return the JSON text that `try --json` prints."""
    return json.dumps(grade.as_json() | {"isolation": isolation}, indent=1)
