"""The released notebook, the pattern of what is handed in: which of its cells a submitted one is, whose a line is."""

import functools
import re
import unicodedata
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader.places import ROOT
from grader.submission.cells import marks, name_of
from grader.tasks import COURSE, Named

LONGEST_KEY = 50_000  # characters that are looked at; no released cell is as long, and some letters become eighteen
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def released(assignment: Named) -> NotebookNode:
    """Return the released notebook of an assignment, the pattern of its submissions: shared, so not to be changed."""
    path = COURSE.assignment(assignment).notebook_in(ROOT / "release")
    return _read_once(path, path.stat().st_mtime_ns)


@functools.lru_cache(maxsize=8)
def _read_once(path: Path, changed: int) -> NotebookNode:
    return nbformat.read(path, as_version=4)


class Pattern:
    """The release as a pattern: which of its cells a submitted cell is, and which of its lines are the student's."""

    def __init__(self, release: NotebookNode):
        self.cells = release.cells
        self._by_id = {cell.id: n for n, cell in enumerate(self.cells) if "id" in cell}
        self._by_grade_id = {name_of(cell): n for n, cell in enumerate(self.cells)}
        # a blank answer has no text of its own: its place tells which one it is
        self._by_text = {key_of(cell.source): n for n, cell in enumerate(self.cells) if not is_written_answer(cell)}
        self._lines = {key_of(line) for cell in self.cells for line in cell.source.split("\n")} | {""}

    def origin(self, cell: NotebookNode) -> int | None:
        """Return the number of the released cell that `cell` is, was or begins with, or None for one of the student's.

        Editors that drop ids keep the text, and a cell merged with one below it begins with its own.
        """
        if (name := name_of(cell)) is not None:
            return self._by_grade_id[name]
        if cell.get("id") in self._by_id:
            return self._by_id[cell.id]
        key = key_of(cell.source)
        if key in self._by_text and key:
            return self._by_text[key]
        begun = (n for text, n in self._by_text.items() if len(text) > 40 and key.startswith(text))
        return next(begun, None)

    def gap(self, nb: NotebookNode, number: int) -> tuple[int, int]:
        """Return (start, end) of where released cell `number` belongs: the student's cells between its neighbours."""
        origins = [self.origin(cell) for cell in nb.cells]
        before = next((n for n in range(number - 1, -1, -1) if n in origins), None)
        start = 0 if before is None else origins.index(before) + 1
        end = start
        while end < len(origins) and origins[end] is None:
            end += 1
        return start, end

    def own_lines(self, source: str) -> str:
        """Return the lines of `source` that were not released."""
        if key_of(source) in self._by_text:
            return ""
        lines = source.split("\n")
        own = [n for n, line in enumerate(lines) if key_of(line) not in self._lines]
        if not own:
            return ""
        kept = range(own[0], own[-1] + 1)
        return "\n".join(lines[n] for n in kept if n in own or not key_of(lines[n])).strip()


_patterns: list[tuple[NotebookNode, Pattern]] = []  # releases are shared and few


def pattern_of(release: NotebookNode) -> Pattern:
    """Return the pattern of a release, made once: it takes longer than all the rest of mending."""
    for known, pattern in _patterns:
        if known is release:
            return pattern
    _patterns.insert(0, (release, Pattern(release)))
    del _patterns[8:]
    return _patterns[0][1]


def key_of(text: str) -> str:
    """Return what is left of a text when editors have changed spaces, marks and capitals.

    >>> key_of("**Graded:**  the values")
    'gradedthevalues'
    """
    text = text[:LONGEST_KEY]
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NOT_ALPHANUMERIC.sub("", plain.casefold())


def is_written_answer(cell: NotebookNode) -> bool:
    """Is this released cell one that a person marks?"""
    return bool(marks(cell).get("grade") and marks(cell).get("solution"))
