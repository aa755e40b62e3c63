"""Grade one file that defines one task's object, as `python -m grader try` does."""

import ast
import io
import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader.errors import UserError, printable
from grader.packs import load_hidden
from grader.places import ROOT
from grader.submission.cells import marks
from grader.submission.grading import grade_notebook
from grader.submission.notebook_file import LARGEST_NOTEBOOK, notebook_from
from grader.tasks import COURSE, Assignment
from grader.verdict.grade import TaskGrade


class NothingToGrade(UserError):
    """There is no file, no task or nothing in it; the message says what and where."""


def try_file(name: str, path: Path, unconfined: bool = False) -> tuple[TaskGrade, str, list[str]]:
    """Return (TaskGrade, isolation, oddities) for a Python file or a notebook that defines the object of task `name`.

    It runs as a cell of the task's notebook would: after that notebook's imports, and after the functions of earlier
    tasks in their given versions; the file may define its own.

    Raises:
        NothingToGrade: the file is missing, empty or unreadable, or the task is marked by a person.
        TaskError: no such task.
    """
    assignment = COURSE.assignment_of(name)
    tasks = load_hidden(assignment)["tasks"]
    task = tasks[name]
    if task["kind"] == "text":
        raise NothingToGrade(f"task {name!r} is a written answer: a person marks it")
    nb = nbformat.v4.new_notebook()
    nb.cells += [nbformat.v4.new_code_cell(source) for source in opening_sources(name)]
    first = len(nb.cells)
    nb.cells += _cells(Path(path))
    nb.cells[-1].metadata["nbgrader"] = {"grade_id": name, "solution": True}
    graded = nbformat.v4.new_code_cell(f'check("{name}", {name})')
    graded.metadata["nbgrader"] = {"grade_id": task["cell"], "grade": True}
    nb.cells.append(graded)
    (grade,), oddities, isolation = grade_notebook(nb, assignment, None, tasks=[name], unconfined=unconfined)
    errors = [o for cell in nb.cells[first:-1] for o in cell.get("outputs", []) if o.output_type == "error"]
    told = [f"{error.ename}: {error.evalue}" for error in errors]
    return grade, isolation, [printable(line) for line in (*oddities, *told)]


def opening_sources(name: str) -> list[str]:
    """Return what a notebook has run when it comes to task `name`: its imports, and the earlier functions as given."""
    assignment = COURSE.assignment_of(name)
    tasks = load_hidden(assignment)["tasks"]
    before = assignment.task_names[: assignment.task_names.index(name)]
    return [_imports_of(assignment), *(tasks[other]["given"] for other in before if tasks[other].get("given"))]


def _imports_of(assignment: Assignment) -> str:
    """Return the import lines that open an assignment's notebook."""
    path = assignment.notebook_in(ROOT / "source")
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "code":
            found = [n for n in ast.parse(cell.source).body if isinstance(n, (ast.Import, ast.ImportFrom))]
            if found:
                return "\n".join(ast.unparse(node) for node in found)
    raise UserError(f"{path}: no cell imports anything")


def bytes_of(path: Path) -> bytes:
    """Return what is in a file, which may be a pipe; a device that never ends is not read to its end.

    Raises:
        NothingToGrade: it cannot be read, or holds more than is read of any notebook.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_NOTEBOOK + 1)
    except FileNotFoundError:
        raise NothingToGrade(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise NothingToGrade(f"{path}: is a folder, not a file") from None
    except OSError as error:
        raise NothingToGrade(f"{path}: cannot be read ({error.strerror})") from None
    if len(content) > LARGEST_NOTEBOOK:
        raise NothingToGrade(f"{path}: is larger than {LARGEST_NOTEBOOK // 1_000_000} MB: not read")
    return content


def _cells(path: Path) -> list[NotebookNode]:
    content = bytes_of(path)
    if path.suffix == ".ipynb":
        oddities: list[str] = []
        notebook = notebook_from(content, path.name, oddities)
        if notebook is None:
            raise NothingToGrade(oddities[-1])
        cells = [cell for cell in notebook.cells if cell.cell_type == "code" and not marks(cell).get("grade")]
        if not any(cell.source.strip() for cell in cells):
            raise NothingToGrade(f"{path}: there is no code in this notebook")
        return cells
    text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", errors="replace").read()
    if not text.strip():
        raise NothingToGrade(f"{path}: the file is empty")
    return [nbformat.v4.new_code_cell(text)]


def as_json(grade: TaskGrade, path: Path, isolation: str, oddities: list[str]) -> str:
    """Return the line of JSON that `try --json` prints for one file; what was odd stands in its note."""
    found = grade.as_json() | {"file": str(path), "isolation": isolation}
    notes = [grade.note, *(oddity for oddity in oddities if oddity not in grade.note)]
    return json.dumps(found | {"note": " ".join(note for note in notes if note)})
