"""Make pages from notebooks in which nothing of a submission runs: a marker's browser may change grades.

First the notebook is reduced to what a page needs; then every cell is cleaned as the template wrote it (`page_frame`).
nbconvert's own `sanitize_html` would take away feedback, pictures and explorers as well.
"""

import copy
import re
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

from grader.errors import printable
from grader.gradebook.formulas import formula
from grader.gradebook.page_frame import guard

# what an output may be shown as; nothing that a script would have to draw
SHOWN = ("text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/plain")
GRADE_ID = re.compile(r"[\w.-]+")


class SafeHtml(Preprocessor):
    """Guards its exporter's templates, and hands them only what pages show; the notebook itself stays as it is."""

    def __init__(self, **keywords: object) -> None:
        super().__init__(**keywords)
        if self.parent is not None:
            guard(self.parent)

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Return a copy of `nb` that holds what a page shows."""
        shown = copy.deepcopy(nb)
        language = shown.metadata.get("language_info", {}).get("name")
        shown.metadata = type(shown.metadata)({"language_info": {"name": language}} if language else {})
        for cell in shown.cells:
            _reduce(cell)
        return shown, resources


def _reduce(cell: NotebookNode) -> None:
    """Leave in a cell its words, its outputs, and the metadata that nbgrader's pages print."""
    known = cell.metadata.get("nbgrader")
    if not isinstance(known, dict) or not GRADE_ID.fullmatch(str(known.get("grade_id", ""))):
        known = None
    cell.metadata = type(cell.metadata)({"nbgrader": known} if known else {})
    if not GRADE_ID.fullmatch(str(cell.get("id", "x"))):
        del cell["id"]
    if cell.cell_type == "code":
        cell.execution_count = _whole(cell.get("execution_count"))
        cell.outputs = [_reduced_output(output) for output in cell.get("outputs", [])]


def _reduced_output(output: NotebookNode) -> NotebookNode:
    if output.output_type not in ("display_data", "execute_result"):
        return output
    data = {kind: value for kind, value in output.data.items() if kind in SHOWN and isinstance(value, str)}
    if "text/latex" in output.data and "text/html" not in data:
        data["text/html"] = formula(str(output.data["text/latex"]).strip().strip("$").strip(), display=True)
    if not data:  # a page without a word would look as if there had been no output
        data["text/plain"] = f"[not shown: {printable(', '.join(map(str, output.data)))}]"
    sizes = {kind: _sizes(output.metadata, kind) for kind in ("image/png", "image/jpeg")}
    output.data, output.metadata = type(output.data)(data), type(output.metadata)(sizes)
    if "execution_count" in output:
        output.execution_count = _whole(output.execution_count)
    return output


def _sizes(metadata: Any, kind: str) -> dict:
    """Return width and height of a picture, as whole numbers, and its text; whatever else was said is not needed."""
    found = metadata.get(kind) if isinstance(metadata.get(kind), dict) else metadata
    sizes = {side: _whole(found.get(side)) for side in ("width", "height")}
    text = {"alt": found["alt"]} if isinstance(found.get("alt"), str) else {}
    return {side: size for side, size in sizes.items() if size} | text


def _whole(value: object) -> int | None:
    """Return a whole number in a sensible range, or None."""
    number = int(value) if isinstance(value, (int, float)) and abs(value) < 10**9 else None
    return number if number is not None and number >= 0 else None
