"""Prepare submissions that nbgrader could not even read: renamed, packed, missing or damaged notebooks, links, floods.

The student's own files are never touched: what is graded is a copy.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath

from nbformat import NotebookNode

from grader.errors import printable
from grader.sandbox.notebook_run import LARGEST_EXTRA_FILE, MOST_EXTRA
from grader.sandbox.plain_files import CHECKPOINTS, MOST_ENTRIES, MOST_TOLD
from grader.submission.cells import named
from grader.submission.decoding import decode
from grader.submission.finding import Candidate, assignment_of, find_notebook
from grader.submission.handed_in import STAGED_FILES, STAMP, HandedIn, fingerprint_folder, handed_in
from grader.submission.notebook_file import LARGEST_NOTEBOOK, STAGED_CELLS
from grader.submission.pattern import Pattern, pattern_of, released
from grader.submission.prose import LONGEST_TEXT, Text, foreign_texts
from grader.submission.timestamps import NBGRADERS, read_stamp
from grader.tasks import Assignment

__all__ = ["LARGEST_NOTEBOOK", "STAGED_CELLS", "STAGED_FILES", "Staged", "fingerprint_folder", "stage"]

WRITTEN = (".txt", ".md", ".rst", ".tex", ".html", ".htm")  # files whose text a marker is shown
SECRET = "submission_secret.txt"  # nbgrader's own: under its hash a page of feedback is released
SHOWN_BY_NAME = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".pages", ".jpg", ".jpeg", ".png", ".heic", ".gif", ".tiff")


@dataclass
class Staged:
    """A submission ready for nbgrader, what was odd about it, and a fingerprint of what the student handed in.

    `beside` are texts for whoever marks an answer that is not in the notebook; `handed_in` is the time in UTC.
    """

    student: str
    fingerprint: str
    oddities: list = field(default_factory=list)
    notebook: NotebookNode = field(default_factory=NotebookNode)  # there from `stage` on
    beside: list = field(default_factory=list)
    handed_in: datetime | None = None
    marked_late: bool | None = None  # by the platform that it was collected from


def stage(root: Path, assignment: Assignment, student: str, target: Path) -> Staged:
    """Copy one submission to `target` (a folder that is made), but its notebook into memory, made readable."""
    source = Path(root) / "submitted" / student / assignment.name
    name = assignment.notebook
    staged = Staged(student, fingerprint_folder(source))
    release = released(assignment)
    files = handed_in(source, staged.oddities)
    chosen, others = find_notebook(files, name, release, staged.oddities)
    target.mkdir(parents=True)
    staged.handed_in = _stage_stamp(files, target, staged.oddities)
    notebooks = {id(candidate.file) for candidate in (*others, *([chosen] if chosen else []))}
    extras = [file for file in files if id(file) not in notebooks and str(file.where) != STAMP]
    _copy_extras(extras, chosen, target, name, staged.oddities)
    staged.beside = _texts(extras, chosen, others, release)
    if chosen is None:
        staged.oddities.append(f"no notebook to grade: {name} counts as empty")
    elif chosen.notebook is None:
        staged.beside.append(Text(f"the file {printable(str(chosen.file.where))}, which could not be read", ""))
    else:
        _note_other_assignment(chosen.notebook.cells, assignment, release, staged.oddities)
    staged.notebook = chosen.notebook if chosen and chosen.notebook else copy.deepcopy(release)
    (target / name).touch()  # nbgrader looks which notebooks there are; the writer has what is in it
    staged.oddities = [printable(oddity) for oddity in staged.oddities]
    return staged


def _stage_stamp(files: Sequence[HandedIn], target: Path, oddities: list[str]) -> datetime | None:
    """Write the time stamp in the form that nbgrader reads, if it is one, and return the time."""
    stamp = next((file for file in files if str(file.where) == STAMP), None)
    if stamp is None:
        return None
    time, said = read_stamp(stamp.read() if stamp.size <= LARGEST_NOTEBOOK else b"?")
    if said:
        oddities.append(said)
    if time is not None:
        (target / STAMP).write_text(time.strftime(NBGRADERS), encoding="utf-8")
    return time


def _note_other_assignment(
    cells: Sequence[NotebookNode], assignment: Assignment, release: NotebookNode, oddities: list[str]
) -> None:
    """Say so where nothing of this assignment is in a notebook, but much of another."""
    if not named(release.cells).keys() & named(cells).keys():
        other = assignment_of(cells)
        if other is not None and other != assignment:
            oddities.append(f"what was handed in is the notebook of {other.name}, not of {assignment.name}")


def _copy_extras(
    extras: Sequence[HandedIn], chosen: Candidate | None, target: Path, name: str, oddities: list[str]
) -> None:
    """Copy what lay beside the notebook, so that it lies beside it again: files of reasonable size."""
    base = chosen.file.where.parent if chosen else PurePosixPath()
    taken = {PurePosixPath(name)}
    entries = {PurePosixPath()}  # files and folders
    told = 0
    total = 0  # bytes: what a notebook may write is counted beside it, and every run of it takes a copy
    # what lies in the notebook's own folder comes first, so that nothing else takes its place
    for file in sorted(extras, key=lambda file: not file.where.is_relative_to(base)):
        where = file.where.relative_to(base) if file.where.is_relative_to(base) else file.where
        in_the_way = taken & {where, *where.parents}
        if file.suffix == ".ipynb" or CHECKPOINTS in where.parts or where.name == STAMP or in_the_way:
            continue
        if (file.in_archive and not file.where.is_relative_to(base)) or file.where in base.parents:
            continue  # of archives, what lies with the notebook; no other code can expect to find them unpacked
        if file.size > LARGEST_EXTRA_FILE:
            oddities.append(f"{file.where} is larger than {LARGEST_EXTRA_FILE // 1_000_000} MB: left out")
            continue
        if total + file.size > MOST_EXTRA:
            oddities.append(
                f"more than {MOST_EXTRA // 1_000_000} MB were handed in beside the notebook: {file.where} was left out"
            )
            continue
        entries.update((where, *where.parents))
        if len(entries) > MOST_ENTRIES:
            oddities.append(
                f"more than {MOST_ENTRIES} files and folders lie beside the notebook: the rest was left out"
            )
            break
        total += file.size
        data = file.read()
        try:
            (target / where).parent.mkdir(parents=True, exist_ok=True)
            (target / where).write_bytes(data)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            oddities.append(f"{file.where} has the name of a folder: left out")
            continue
        taken.add(where)
        if str(file.where) != SECRET:
            told += 1
            if told <= MOST_TOLD:
                oddities.append(f"{file.where} was handed in beside the notebook: it cannot shadow an installed module")
    if told > MOST_TOLD:
        oddities.append(f"{told - MOST_TOLD} more files were handed in beside the notebook")


def _texts(
    extras: Sequence[HandedIn], chosen: Candidate | None, others: Sequence[Candidate], release: NotebookNode
) -> list[Text]:
    """Return what a marker should see where an answer is not in the notebook: other notebooks, and files of text."""
    found = []
    pattern = pattern_of(release)
    own = {text.text for text in _answers(chosen, pattern)} if others and chosen else set()
    for candidate in others:
        for text in _answers(candidate, pattern):
            if text.text not in own:
                found.append(Text(f"{printable(str(candidate.file.where))}, {text.where}", text.text, text.attachments))
    for file in extras:
        where = f"the file {printable(str(file.where))}"
        if file.suffix in WRITTEN and file.size <= LARGEST_EXTRA_FILE:
            written = decode(file.read())[0].strip()
            if written:
                found.append(Text(where, written[:LONGEST_TEXT]))
        elif file.suffix in SHOWN_BY_NAME:
            found.append(Text(where, ""))
    return found


def _answers(candidate: Candidate, pattern: Pattern) -> list[Text]:
    """Return the words of the student's in a notebook, with those in its answers' cells."""
    if candidate.notebook is None:
        return []
    plain = copy.deepcopy(candidate.notebook)
    for cell in plain.cells:
        cell.metadata.pop("nbgrader", None)
        cell.pop("id", None)
    return foreign_texts(plain, pattern, range(0))
