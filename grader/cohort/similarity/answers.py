"""Find what a student wrote for each task in a notebook, without running it; and what the lesson itself shows."""

import ast
import json
from pathlib import Path

from grader.cohort.similarity.fragments import Unreadable, own_names, parsed
from grader.places import ROOT
from grader.submission.staging import LARGEST_NOTEBOOK


def notebook_of(folder: Path, name: str) -> Path | None:
    """Return the notebook of a submission: of the released name, else the largest; links are not followed."""
    found = [path for path in folder.glob("*.ipynb") if path.is_file() and not path.is_symlink()]
    named = [path for path in found if path.name == name]
    return (named or sorted(found, key=lambda path: path.stat().st_size) or [None])[-1]


def read_cells(path: Path) -> list[dict]:
    """Return the code cells of a notebook of format 4 as {"id", "grade_id", "source"}.

    Raises:
        Unreadable: it is no notebook.
    """
    try:
        if path.stat().st_size > LARGEST_NOTEBOOK:
            raise Unreadable(f"larger than {LARGEST_NOTEBOOK // 1_000_000} MB")
        raw = json.loads(path.read_text(encoding="utf-8-sig", errors="replace"))
        return [_cell(cell) for cell in raw["cells"] if cell.get("cell_type") == "code"]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as error:
        said = str(error) if isinstance(error, Unreadable) else "no notebook that can be read"
        raise Unreadable(said) from None


def _cell(cell):
    source, metadata = cell.get("source", ""), cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return {
        "id": cell.get("id") if isinstance(cell.get("id"), str) else "",
        "grade_id": nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None,
        "source": "".join(source) if isinstance(source, list) else str(source),
    }


def answer(cells: list[dict], released: list[dict], task: str) -> str:
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


def _defines(cell):
    try:
        return {name for node in parsed(cell["source"]).body for name in _bound(node)}
    except Unreadable:
        return set()


def _bound(node):
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    return own_names(node) if isinstance(node, ast.Assign) else set()


def _uses(source):
    try:
        return {node.id for node in ast.walk(parsed(source)) if isinstance(node, ast.Name)}
    except Unreadable:
        return set()


def lesson(assignment: str, name: str) -> list[str]:
    """Return all code that students may have from the course: of the released notebook and of the model solution."""
    texts = []
    for folder in ("release", "source"):
        path = ROOT / folder / assignment / name
        if path.exists():
            texts += [cell["source"] for cell in read_cells(path)]
    return texts
