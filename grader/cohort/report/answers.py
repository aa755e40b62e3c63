"""Reads what students wrote: the text of each written answer, from the notebooks that were graded."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from course.checking.data import PackEntry
from grader.submission.cells import named
from grader.submission.pattern import released
from grader.tasks import COURSE


def read_answers(
    root: Path, assignment: str, tasks: Mapping[str, PackEntry], students: list[str]
) -> dict[str, dict[str, str]]:
    """Return {task: {student: text}} of the written questions; "" where the released cell was left as it was.

    Reads JSON and no more: a notebook's schema was checked when it was graded, and there may be a thousand of them.
    """
    cells = {task["cell"]: name for name, task in tasks.items() if task["kind"] == "text"}
    if not cells:
        return {}
    found = COURSE.assignment(assignment)
    stubs = {name: cell.source.strip() for name, cell in named(released(found).cells).items()}
    texts: dict[str, dict[str, str]] = {name: {} for name in cells.values()}
    for student in students:
        for cell_id, text in _written(found.notebook_in(root / "autograded" / student), cells):
            text = text.strip()
            texts[cells[cell_id]][student] = "" if text == stubs.get(cell_id) else text
    return texts


def _written(path: Path, cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    try:
        notebook = json.loads(path.read_bytes())
        for cell in notebook["cells"]:
            grade_id = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
            if grade_id in cells:
                source = cell["source"]
                yield grade_id, "".join(source) if isinstance(source, list) else str(source)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return  # removed by hand, or not finished: the gradebook has its score all the same
