"""Decide which of the files that a student handed in is the notebook to grade, by looking inside.

The released name counts unless nothing was done in that file, or less than in another; whatever is taken is said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nbformat import NotebookNode

from grader.sandbox.plain_files import CHECKPOINTS
from grader.submission.cells import marks, name_of, named
from grader.submission.damaged_json import LOST
from grader.submission.handed_in import HandedIn
from grader.submission.notebook_file import (
    LARGEST_NOTEBOOK,
    looks_like_notebook,
    looks_like_script,
    notebook_from,
    notebook_from_script,
)
from grader.submission.pattern import key_of, pattern_of, released
from grader.tasks import COURSE, Assignment


@dataclass
class Candidate:
    """A file that may be the notebook, what it holds, and how much of the assignment was done in it."""

    file: HandedIn
    notebook: NotebookNode | None
    said: list[str]
    is_script: bool = False
    belongs: int = 0  # cells of the assignment that are in it
    done: int = 0  # tasks that somebody has worked on

    @property
    def is_whole(self) -> bool:
        """Could all of it be read?"""
        return self.notebook is not None and not any(LOST in said for said in self.said)


def find_notebook(
    files: Sequence[HandedIn], name: str, release: NotebookNode, oddities: list[str]
) -> tuple[Candidate | None, list[Candidate]]:
    """Return (the candidate to grade or None, the others); `oddities` gets what is to be said of the choice."""
    named = next((file for file in files if str(file.where) == name), None)
    others = [file for file in files if file is not named]
    candidates = [_candidate(file, release) for file in files if file is named or _may_be_notebook(file)]
    if not any(_is_readable(candidate) for candidate in candidates):
        candidates += [_candidate(file, release) for file in others if _is_script(file, release)]
    if not candidates:
        return None, []
    if len(candidates) > 1:
        for candidate in candidates:
            _look_into(candidate, release)
    chosen = max(candidates, key=lambda candidate: _rank(candidate, name))
    rest = [candidate for candidate in candidates if candidate is not chosen]
    oddities += chosen.said
    if str(chosen.file.where) != name:
        oddities.append(f"{chosen.file.where} was graded as {name}: {_why(chosen, name)}")
    for candidate in rest:
        oddities.append(_not_taken(candidate, chosen))
    return chosen, rest


def assignment_of(cells: Iterable[NotebookNode]) -> Assignment | None:
    """Return the assignment of the course that most of the cells belong to, or None."""
    seen: Counter = Counter()
    for cell in cells:
        seen[name_of(cell) or cell.source.strip()] += 1
    counted: Counter[Assignment] = Counter()
    for assignment in COURSE.assignments:
        for name, cell in named(released(assignment).cells).items():
            counted[assignment] += seen[name] or seen[cell.source.strip()]
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] else None


def _may_be_notebook(file: HandedIn) -> bool:
    if file.size > LARGEST_NOTEBOOK:
        return file.suffix == ".ipynb"
    return file.suffix == ".ipynb" or looks_like_notebook(file.read())


def _is_script(file: HandedIn, release: NotebookNode) -> bool:
    if file.suffix not in (".py", ".txt") or file.size > LARGEST_NOTEBOOK:
        return False
    data = file.read()
    return looks_like_script(data) or bool(_defined(notebook_from_script(data, "", []), task_names(release)))


def _candidate(file: HandedIn, release: NotebookNode) -> Candidate:
    said: list[str] = []
    if file.size > LARGEST_NOTEBOOK:
        said.append(f"{file.where} is larger than {LARGEST_NOTEBOOK // 1_000_000} MB: not read")
        return Candidate(file, None, said)
    data = file.read()
    if file.suffix in (".py", ".txt") and not looks_like_notebook(data):
        return Candidate(file, notebook_from_script(data, str(file.where), said), said, is_script=True)
    return Candidate(file, notebook_from(data, str(file.where), said), said)


def _is_readable(candidate: Candidate) -> bool:
    return candidate.notebook is not None and CHECKPOINTS not in candidate.file.where.parts


def task_names(release: NotebookNode) -> dict[str, str]:
    """Return {grade_id: released text} of the cells that students fill in; a code cell is named after its task."""
    return {name: cell.source for name, cell in named(release.cells).items() if marks(cell).get("solution")}


def _look_into(candidate: Candidate, release: NotebookNode) -> None:
    """Count what belongs to the assignment, and what was done of it."""
    if candidate.notebook is None:
        return
    stubs, pattern = task_names(release), pattern_of(release)
    ids = {cell.get("id"): name for name, cell in named(release.cells).items()}
    lines = {cell.source.strip() for cell in release.cells if marks(cell).get("locked")}
    done = _defined(candidate.notebook, stubs)
    for cell in candidate.notebook.cells:
        found = name_of(cell)
        name = found if found in ids.values() else ids.get(cell.get("id"))
        candidate.belongs += name is not None or cell.source.strip() in lines
        if name in stubs and key_of(cell.source) not in ("", key_of(stubs[name])):
            done.add(name)
        elif name is None and cell.cell_type != "code" and pattern.own_lines(cell.source):
            done.add("written")
    candidate.done = len(done)


def _defined(notebook: NotebookNode, stubs: dict[str, str]) -> set[str]:
    """Return the tasks whose object a code cell defines that is not the released one."""
    released = {key_of(text) for text in stubs.values()}
    found = set()
    for cell in notebook.cells:
        if cell.cell_type == "code" and key_of(cell.source) not in released:
            names = re.findall(r"^(?:def|class)\s+(\w+)|^(\w+)\s*=", cell.source, flags=re.MULTILINE)
            found |= {name for pair in names for name in pair if name in stubs and not _holds_stub(cell, stubs[name])}
    return found


def _holds_stub(cell: NotebookNode, stub: str) -> bool:
    return key_of(stub) in key_of(cell.source)


def _rank(candidate: Candidate, name: str) -> tuple:
    where = candidate.file.where
    return (
        candidate.notebook is not None,
        CHECKPOINTS not in where.parts,
        not candidate.is_script,
        candidate.done,
        candidate.is_whole,
        str(where) == name,
        where.name == name,
        candidate.belongs,
        -len(where.parts),
    )


def _why(chosen: Candidate, name: str) -> str:
    where = chosen.file.where
    if CHECKPOINTS in where.parts:
        return "it is a copy that Jupyter kept, and there is no other"
    if chosen.is_script:
        return "it is a Python file, and there is no notebook"
    if chosen.file.in_archive:
        return "it was in an archive"
    if len(where.parts) > 1:
        return "it lay in a folder"
    return "it had been renamed"


def _not_taken(candidate: Candidate, chosen: Candidate) -> str:
    where, graded = candidate.file.where, chosen.file.where
    why = ""
    if candidate.notebook is None:
        why = "; the other one cannot be read"
    elif chosen.is_whole and not candidate.is_whole:
        why = "; the other one cannot be read as a whole"
    elif candidate.done == 0 and chosen.done:
        why = "; nothing was done in the other one"
    elif candidate.done < chosen.done:
        why = f"; {candidate.done} tasks instead of {chosen.done} were worked on in the other one"
    return f"{where} is there too: {graded} was graded{why}"
