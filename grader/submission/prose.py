"""See that a person marks every written answer that may stand elsewhere than in its cell, and sees that text.

nbgrader gives 0 by itself to an answer whose cell is as released; so what the marker has to see is put into that cell.
"""

import ast
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from nbformat import NotebookNode

from grader.submission.cells import marks, name_of

LONGEST_TEXT = 20_000  # characters shown of one text, and three times as many of all together
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_PICTURE = re.compile(r"image/[a-z0-9.+-]+")


@dataclass
class Text:
    """Text that was handed in and not released: where it stood, in words, and the pictures pasted into it."""

    where: str
    text: str
    attachments: dict = field(default_factory=dict)


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
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NOT_ALPHANUMERIC.sub("", plain.casefold())


def is_written_answer(cell: NotebookNode) -> bool:
    """Is this released cell one that a person marks?"""
    return bool(marks(cell).get("grade") and marks(cell).get("solution"))


def foreign_texts(nb: NotebookNode, pattern: Pattern, near: range, everything: bool = False) -> list[Text]:
    """Return all text in `nb` that was not released, in its order; written answers in their own cells aside.

    Code counts as text where it is none: it does not compile, or holds comments and strings only.  In the range `near`,
    around a blank answer, any code of the student's does.  `everything` looks into solutions, too.
    """
    found = []
    for index, cell in enumerate(nb.cells):
        number = pattern.origin(cell)
        released = pattern.cells[number] if number is not None else None
        if is_written_answer(cell):
            continue
        if cell.cell_type == "code" and not _is_text(cell, released, index in near, everything):
            continue
        text = pattern.own_lines(cell.source)
        if text:
            found.append(Text(f"cell {index + 1}", text, dict(cell.get("attachments", {}))))
    return found


def _is_text(cell: NotebookNode, released: NotebookNode | None, near: bool, everything: bool) -> bool:
    """Does a code cell hold words that are meant for a person?"""
    if released is None:
        return near or not _is_code(cell.source)
    if marks(released):
        return everything and not _compiles(cell.source)
    return cell.source != released.source and not _compiles(cell.source)


def _is_code(source: str) -> bool:
    """Is there anything to run, besides comments and strings?"""
    if not _compiles(source):
        return False
    statements = ast.parse(_without_magics(source)).body
    return any(not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)) for s in statements) or (
        _without_magics(source) != source
    )


def _compiles(source: str) -> bool:
    try:
        ast.parse(_without_magics(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source.startswith("%%")
    return True


def _without_magics(source: str) -> str:
    return re.sub(r"^(\s*)([%!?].*|.*\?)$", r"\1pass", source, flags=re.MULTILINE)


def hand_to_person(cell: NotebookNode, why: str, texts: Iterable[Text], keep: bool) -> None:
    """Put into an answer's cell why a person has to mark it, and the texts to look at; its own text stays if `keep`."""
    lines = [cell.source, "", "---", ""] if keep and cell.source.strip() else []
    lines += [f"**For whoever marks this:** {why}."]
    room = 3 * LONGEST_TEXT
    for text in texts:
        shown = text.text[: min(LONGEST_TEXT, room)]
        room -= len(shown)
        if not shown and text.text:
            lines += ["", "There is more in the notebook."]
            break
        for name, picture in text.attachments.items():
            shown = _attach(cell, name, picture, shown)
        lines += ["", f"From {text.where}" + (":" if shown else "."), ""]
        lines += [f"> {line}" for line in shown.split("\n") if shown]
    cell.source = "\n".join(lines)


def _attach(cell: NotebookNode, name: str, picture: object, text: str) -> str:
    """Bring a pasted picture along, under a name that is free, and return the text that shows it."""
    attachments = cell.setdefault("attachments", {})
    free, number = name, 1
    while free in attachments and attachments[free] != picture:
        number += 1
        free = f"{number}-{name}"
    attachments[free] = picture
    return text.replace(f"attachment:{name}", f"attachment:{free}")


def pasted_pictures(raw: object) -> dict:
    """Return of a cell's attachments those that are pictures, whatever a submission holds there."""
    kept: dict = {}
    for name, data in raw.items() if isinstance(raw, dict) else ():
        for kind, content in data.items() if isinstance(data, dict) else ():
            content = "".join(content) if isinstance(content, list) and all(map(_is_str, content)) else content
            if _is_str(content) and _PICTURE.fullmatch(kind):
                kept.setdefault(name, {})[kind] = content
    return kept


def _is_str(value: object) -> bool:
    return isinstance(value, str)
