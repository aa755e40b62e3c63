"""What nbgrader has written into a cell: which one of the assignment it is, and what it is for.

In a submission anything may stand there.
"""

from collections.abc import Iterable

from nbformat import NotebookNode


def marks(cell: NotebookNode) -> dict[str, object]:
    """Return nbgrader's metadata of a cell; {} where there is none, or none that could be nbgrader's."""
    found = cell["metadata"].get("nbgrader")
    return found if isinstance(found, dict) else {}


def name_of(cell: NotebookNode) -> str | None:
    """Return the name under which nbgrader knows a cell, or None."""
    found = marks(cell).get("grade_id")
    return found if isinstance(found, str) else None


def named(cells: Iterable[NotebookNode]) -> dict[str, NotebookNode]:
    """Return {name under which nbgrader knows it: cell}; of two cells of one name the last."""
    return {name: cell for cell in cells if (name := name_of(cell)) is not None}
