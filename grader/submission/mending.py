"""Mend what stock nbgrader would trip over in a submitted notebook.

The released notebook is the pattern: its graded cells must all be there, once, with their own metadata.
"""

import ast
import copy
from collections.abc import Sequence

import nbformat
from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator

from grader.submission.cells import marks, name_of, named
from grader.submission.pattern import is_written_answer, pattern_of
from grader.submission.prose import Text, hand_doubtful_answers_to_a_person

WHAT_COUNTS = ("grade", "locked", "points", "solution", "task")  # of nbgrader's metadata; checksums are made anew

Typed = tuple[NotebookNode, str, str]  # a cell that is not the student's to change, its grade_id, what stood in it


def normalize(nb: NotebookNode, release: NotebookNode, beside: Sequence[Text] = ()) -> list[str]:
    """Mend `nb` in place and return the list of what was odd, in words for the instructor.

    `beside` are texts that were handed in beside the notebook, for whoever marks an answer that is not in it.
    """
    oddities: list[str] = []
    pattern = named(release.cells)
    _restore_lost_metadata(nb, pattern, oddities)
    typed = _restore_own_metadata(nb, pattern, oddities)
    doubts = _keep_one_of_duplicates(nb, pattern, oddities)
    _insert_missing(nb, release, doubts, oddities)
    _run_what_was_typed(nb, typed, oddities)
    _note_order(nb, pattern, doubts, oddities)
    hand_doubtful_answers_to_a_person(nb, release, doubts, beside, oddities)
    return oddities


def _restore_lost_metadata(nb: NotebookNode, pattern: dict[str, NotebookNode], oddities: list[str]) -> None:
    """Give nbgrader's metadata back to a cell that lost it or carries an unknown id, found by its cell id or text."""
    present = {name_of(cell) for cell in nb.cells}
    by_cell_id = {cell.id: grade_id for grade_id, cell in pattern.items() if "id" in cell}
    by_text = {cell.source.strip(): grade_id for grade_id, cell in pattern.items() if cell.cell_type == "code"}
    locked = {text: grade_id for text, grade_id in by_text.items() if pattern[grade_id].metadata.nbgrader.locked}
    for cell in nb.cells:
        if name_of(cell) in pattern:
            continue
        odd_id = name_of(cell)
        found = by_cell_id.get(cell.get("id")) or by_text.get(cell.source.strip())
        if not found and cell.cell_type == "code":  # a check cell into which somebody typed still holds its line
            found = next((locked[line] for line in cell.source.split("\n") if line in locked), None)
        if found and found not in present:
            cell.metadata["nbgrader"] = copy.deepcopy(pattern[found].metadata.nbgrader)
            present.add(found)
            was = f"had the id {str(odd_id)[:60]!r}" if odd_id else "had lost its nbgrader metadata"
            oddities.append(f"cell {found} {was}: put right")
        elif "nbgrader" in cell.metadata:
            del cell.metadata["nbgrader"]
            if odd_id:
                oddities.append(f"a cell with the unknown id {str(odd_id)[:60]!r}: run as an ordinary cell")


def _restore_own_metadata(nb: NotebookNode, pattern: dict[str, NotebookNode], oddities: list[str]) -> list[Typed]:
    """Overwrite nbgrader's metadata with the released one: points and flags are not the student's to choose.

    Returns [(cell, grade_id, what was typed into it)] for cells that are not the student's to change, either.
    """
    typed = []
    for cell in nb.cells:
        grade_id = name_of(cell)
        if grade_id is None:
            continue
        wanted = copy.deepcopy(pattern[grade_id].metadata.nbgrader)
        found = cell.metadata.nbgrader  # an older schema has fewer keys, which then count as false
        if any((found.get(key) or False) != (wanted.get(key) or False) for key in WHAT_COUNTS):
            oddities.append(f"cell {grade_id}: its nbgrader metadata was changed: put right")
        if cell.cell_type != pattern[grade_id].cell_type:
            oddities.append(f"cell {grade_id} was a {cell.cell_type} cell: put right")
            _change_type(cell, pattern[grade_id].cell_type)
        if wanted.get("locked") and cell.source != pattern[grade_id].source:
            typed.append((cell, grade_id, cell.source))
            cell.source = pattern[grade_id].source
        cell.metadata["nbgrader"] = wanted
    return typed


def _run_what_was_typed(nb: NotebookNode, typed: list[Typed], oddities: list[str]) -> None:
    """Run code that was typed into a locked cell in front of it, in a cell of its own, less the released lines."""
    for cell, grade_id, source in typed:
        odd = f"cell {grade_id} was edited: put right"
        released_lines = {line.strip() for line in cell.source.split("\n")}
        code = "\n".join(line for line in source.split("\n") if line.strip() not in released_lines).strip()
        if _does_something(code):
            index = next(n for n, other in enumerate(nb.cells) if other is cell)
            nb.cells.insert(index, nbformat.v4.new_code_cell(code))
            odd += "; what was typed into it runs before it, in a cell of its own"
        oddities.append(odd)


def _does_something(code: str) -> bool:
    try:
        return bool(ast.parse(code).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return True  # let it run, so that its error is seen


def _change_type(cell: NotebookNode, cell_type: str) -> None:
    """Make a cell one of another type, with the fields that the notebook format asks for and no others."""
    cell.cell_type = cell_type
    if cell_type == "code":
        cell.pop("attachments", None)
        cell.outputs, cell.execution_count = [], None
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def _keep_one_of_duplicates(nb: NotebookNode, pattern: dict[str, NotebookNode], oddities: list[str]) -> dict[str, str]:
    """Of several cells with one id the last counts, as for the interpreter; the others run as ordinary cells.

    Of a written answer it is the last that is not blank.  Returns {grade_id: why its written answer is in doubt}.
    """
    doubts = {}
    cells: dict[str, list[NotebookNode]] = {}
    for cell in nb.cells:
        if (own := name_of(cell)) is not None:
            cells.setdefault(own, []).append(cell)
    for grade_id, same in cells.items():
        if len(same) == 1:
            continue
        kept, which = same[-1], "the last one counts"
        if is_written_answer(pattern[grade_id]):
            answered = [cell for cell in same if not _is_blank(cell, pattern[grade_id])]
            kept = answered[-1] if answered else same[-1]
            which = "a person marks it"
            doubts[grade_id] = "the answer's cell was there more than once"
        oddities.append(f"cell {grade_id} is there more than once: {which}")
        for cell in same:
            if cell is not kept:
                del cell.metadata["nbgrader"]
    return doubts


def _is_blank(cell: NotebookNode, released_cell: NotebookNode) -> bool:
    return cell.source.strip() in ("", released_cell.source.strip())


def _insert_missing(nb: NotebookNode, release: NotebookNode, doubts: dict[str, str], oddities: list[str]) -> None:
    """Put back graded cells that were deleted, where they stood: what the student has written there comes before them.

    A written answer may only have lost its metadata: text in its place is taken for it.
    """
    pattern = pattern_of(release)
    present = {name_of(cell) for cell in nb.cells}
    for number, cell in enumerate(release.cells):
        grade_id = name_of(cell)
        if grade_id is None or grade_id in present or not marks(cell).get("grade"):
            continue
        start, end = pattern.gap(nb, number)
        oddity = f"cell {grade_id} was missing: put back"
        if is_written_answer(cell):
            doubts[grade_id] = "no answer's cell was handed in"
            in_its_place = [c for c in nb.cells[start:end] if c.cell_type != "code"]
            answered = [c for c in in_its_place if pattern.own_lines(c.source)]
            untouched = [c for c in in_its_place if c.source.strip() == cell.source.strip()]
            oddity += "; a person marks it"
            if answered or untouched:
                found = (answered or untouched)[0]
                _change_type(found, cell.cell_type)
                found.metadata["nbgrader"] = copy.deepcopy(cell.metadata.nbgrader)
                del doubts[grade_id]
                oddity = f"cell {grade_id} had lost its nbgrader metadata: put right"
                if answered:
                    doubts[grade_id] = "the answer's cell had lost its name; this text stood in its place"
                    oddity = f"cell {grade_id} was missing: text in its place is taken for it; a person marks it"
                else:
                    found.source = cell.source
                oddities.append(oddity)
                continue
        nb.cells.insert(end, copy.deepcopy(cell))
        oddities.append(oddity)


def _note_order(
    nb: NotebookNode, pattern: dict[str, NotebookNode], doubts: dict[str, str], oddities: list[str]
) -> None:
    order = [grade_id for cell in nb.cells if (grade_id := name_of(cell))]
    released_order = [grade_id for grade_id in pattern if grade_id in order]
    if order == released_order:
        return
    oddities.append("graded cells are in another order than released: run in the student's order")
    for grade_id in order:
        if is_written_answer(pattern[grade_id]) and _neighbours(order, grade_id) != _neighbours(
            released_order, grade_id
        ):
            doubts.setdefault(grade_id, "the answer's cell was moved")


def _neighbours(order: Sequence[str], grade_id: str) -> tuple[Sequence[str], Sequence[str]]:
    index = order.index(grade_id)
    return order[max(index - 1, 0) : index], order[index + 1 : index + 2]


def upgrade(nb: NotebookNode) -> NotebookNode:
    """Bring an older notebook to the current format, metadata of nbgrader included."""
    nb = nbformat.v4.upgrade(nb) if nb.nbformat == 4 else nbformat.convert(nb, 4)
    for cell in nb.cells:
        found = cell.metadata.get("nbgrader")
        if found is not None and (not isinstance(found, dict) or not isinstance(found.get("grade_id", ""), str)):
            del cell.metadata["nbgrader"]
    return MetadataValidator().upgrade_notebook_metadata(nb)
