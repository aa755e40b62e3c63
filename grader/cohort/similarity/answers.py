"""Find code in notebooks without running it: what a student wrote for each task, and what the lesson itself shows."""

import ast
from pathlib import Path
from typing import TypedDict

import nbformat
from nbformat import NotebookNode

from grader.cohort.similarity.fragments import Unreadable, own_names, parsed
from grader.places import ROOT
from grader.submission.cells import name_of
from grader.submission.finding import find_notebook
from grader.submission.handed_in import handed_in
from grader.tasks import Assignment


class Cell(TypedDict):
    """A code cell; `id` is "" where its notebook has none, `grade_id` None where nbgrader does not know it."""

    id: str
    grade_id: str | None
    source: str


def submitted_cells(folder: Path, name: str, release: NotebookNode) -> list[Cell]:
    """Return the code cells of the notebook that grading would choose in a submission: what is graded is compared.

    Raises:
        Unreadable: there is none, or it cannot be read; the message says which.
    """
    oddities: list[str] = []
    chosen, _ = find_notebook(handed_in(folder, oddities), name, release, oddities)
    if chosen is None:
        raise Unreadable("no notebook")
    if chosen.notebook is None:
        raise Unreadable(oddities[0] if oddities else "cannot be read")
    return code_cells(chosen.notebook)


def code_cells(notebook: NotebookNode) -> list[Cell]:
    """Return the code cells of a notebook."""
    cells = (cell for cell in notebook.cells if cell.cell_type == "code")
    return [{"id": cell.get("id", ""), "grade_id": name_of(cell), "source": cell.source} for cell in cells]


def answer(cells: list[Cell], released: list[Cell], task: str) -> str:
    """Return what was written for a task: its cell, and before it the student's own cells that define what it uses.

    An editor may have dropped nbgrader's metadata: then the cell is known by its id, or by defining the task's name.
    """
    stub = next((cell for cell in released if cell["grade_id"] == task), None)
    own = [cell for cell in cells if cell["grade_id"] == task]
    own = own or [cell for cell in cells if stub and cell["id"] and cell["id"] == stub["id"]]
    own = own or [cell for cell in cells if _defines(cell) & {task}]
    if not own or (stub and own[-1]["source"].strip() == stub["source"].strip()):
        return ""
    main = own[-1]["source"]
    known = {cell["id"] for cell in released} | {""}
    texts = {cell["source"] for cell in released}
    added = [
        cell for cell in cells if cell["id"] not in known and cell["grade_id"] is None and cell["source"] not in texts
    ]
    used = _uses(main)
    helpers = [cell["source"] for cell in added if cell["source"] != main and _defines(cell) & used]
    return "\n\n".join([*helpers, main])


def _defines(cell: Cell) -> set[str]:
    try:
        return {name for node in parsed(cell["source"]).body for name in _bound(node)}
    except Unreadable:
        return set()


def _bound(node: ast.AST) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    return own_names(node) if isinstance(node, ast.Assign) else set()


def _uses(source: str) -> set[str]:
    try:
        return {node.id for node in ast.walk(parsed(source)) if isinstance(node, ast.Name)}
    except Unreadable:
        return set()


def lesson(assignment: Assignment) -> list[str]:
    """Return all code that students may have from the course: of the released notebook and of the model solution."""
    paths = [assignment.notebook_in(ROOT / folder) for folder in ("release", "source")]
    read = [nbformat.read(path, as_version=4) for path in paths if path.exists()]
    return [cell["source"] for notebook in read for cell in code_cells(notebook)]
