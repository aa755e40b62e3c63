"""Mend what stock nbgrader would trip over in a submitted notebook, and say what was odd.

The released notebook is the pattern: its graded cells must all be there, once, with their own metadata.
"""

import copy
import functools

import nbformat
from nbgrader.nbgraderformat import MetadataValidator

from grader.places import ROOT
from grader.tasks import notebook_name

WHAT_COUNTS = (
    "grade",
    "locked",
    "points",
    "solution",
    "task",
)  # of nbgrader's metadata; checksums are made anew


def released(assignment):
    """Return the released notebook of an assignment, the pattern of its submissions: shared, so not to be changed."""
    path = ROOT / "release" / assignment / notebook_name(assignment)
    return _read_once(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=8)
def _read_once(path, changed):
    return nbformat.read(path, as_version=4)


def normalize(nb, release):
    """Mend `nb` in place and return the list of what was odd, in words for the instructor."""
    oddities = []
    pattern = {cell.metadata.nbgrader.grade_id: cell for cell in release.cells if "nbgrader" in cell.metadata}
    _restore_lost_metadata(nb, pattern, oddities)
    _restore_own_metadata(nb, pattern, oddities)
    _keep_last_of_duplicates(nb, oddities)
    _insert_missing(nb, pattern, oddities)
    _note_order(nb, pattern, oddities)
    return oddities


def _grade_id(cell):
    found = cell.metadata.get("nbgrader")
    grade_id = found.get("grade_id") if isinstance(found, dict) else None
    return grade_id if isinstance(grade_id, str) else None  # in a submission it may have any form


def _is_graded(cell):
    return bool(cell.metadata.nbgrader.get("grade"))


def _restore_lost_metadata(nb, pattern, oddities):
    """Give nbgrader's metadata back to a cell that lost it or carries an unknown id, found by its cell id or text."""
    present = {_grade_id(cell) for cell in nb.cells}
    by_cell_id = {cell.id: grade_id for grade_id, cell in pattern.items() if "id" in cell}
    by_text = {cell.source.strip(): grade_id for grade_id, cell in pattern.items() if cell.cell_type == "code"}
    for cell in nb.cells:
        if _grade_id(cell) in pattern:
            continue
        odd_id = _grade_id(cell)
        found = by_cell_id.get(cell.get("id")) or by_text.get(cell.source.strip())
        if found and found not in present:
            cell.metadata["nbgrader"] = copy.deepcopy(pattern[found].metadata.nbgrader)
            present.add(found)
            was = f"had the id {str(odd_id)[:60]!r}" if odd_id else "had lost its nbgrader metadata"
            oddities.append(f"cell {found} {was}: put right")
        elif "nbgrader" in cell.metadata:
            del cell.metadata["nbgrader"]
            if odd_id:
                oddities.append(f"a cell with the unknown id {str(odd_id)[:60]!r}: run as an ordinary cell")


def _restore_own_metadata(nb, pattern, oddities):
    """Overwrite nbgrader's metadata with the released one: points and flags are not the student's to choose."""
    for cell in nb.cells:
        grade_id = _grade_id(cell)
        if grade_id is None:
            continue
        wanted = copy.deepcopy(pattern[grade_id].metadata.nbgrader)
        found = cell.metadata.nbgrader  # an older schema has fewer keys, which then count as false
        if any((found.get(key) or False) != (wanted.get(key) or False) for key in WHAT_COUNTS):
            oddities.append(f"cell {grade_id}: its nbgrader metadata was changed: put right")
        if cell.cell_type != pattern[grade_id].cell_type:
            oddities.append(f"cell {grade_id} was a {cell.cell_type} cell: put right")
            _change_type(cell, pattern[grade_id].cell_type)
        elif wanted.get("locked") and cell.source != pattern[grade_id].source:
            oddities.append(f"cell {grade_id} was edited: put right")
            cell.source = pattern[grade_id].source
        cell.metadata["nbgrader"] = wanted


def _change_type(cell, cell_type):
    """Make a cell one of another type, with the fields that the notebook format asks for and no others."""
    cell.cell_type = cell_type
    cell.pop("attachments", None)
    if cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def _keep_last_of_duplicates(nb, oddities):
    """Of several cells with one id the last counts, as for the interpreter; the others run as ordinary cells."""
    seen = set()
    for cell in reversed(nb.cells):
        grade_id = _grade_id(cell)
        if grade_id is None:
            continue
        if grade_id in seen:
            oddities.append(f"cell {grade_id} is there more than once: the last one counts")
            del cell.metadata["nbgrader"]
        seen.add(grade_id)


def _insert_missing(nb, pattern, oddities):
    """Put back graded cells that were deleted, behind what comes before them in the release."""
    present = {_grade_id(cell) for cell in nb.cells}
    before = None
    for grade_id, cell in pattern.items():
        if grade_id not in present and _is_graded(cell):
            place = next((i for i, c in enumerate(nb.cells) if before and _grade_id(c) == before), len(nb.cells) - 1)
            nb.cells.insert(place + 1, copy.deepcopy(cell))
            present.add(grade_id)
            oddities.append(f"cell {grade_id} was missing: put back")
        if grade_id in present:
            before = grade_id


def _note_order(nb, pattern, oddities):
    order = [_grade_id(cell) for cell in nb.cells if _grade_id(cell)]
    if order != [grade_id for grade_id in pattern if grade_id in order]:
        oddities.append("graded cells are in another order than released: run in the student's order")


def upgrade(nb):
    """Bring an older notebook to the current format, metadata of nbgrader included."""
    nb = nbformat.v4.upgrade(nb) if nb.nbformat == 4 else nbformat.convert(nb, 4)
    for cell in nb.cells:
        found = cell.metadata.get("nbgrader")
        if found is not None and (not isinstance(found, dict) or not isinstance(found.get("grade_id", ""), str)):
            del cell.metadata["nbgrader"]
    return MetadataValidator().upgrade_notebook_metadata(nb)
