"""See that a person marks every written answer that may stand elsewhere than in its cell, with that text in view.

nbgrader gives 0 by itself to an answer whose cell is as released; so what the marker has to see is put into that cell.
"""

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nbformat import NotebookNode

from grader.submission.cells import marks, name_of
from grader.submission.pattern import Pattern, is_written_answer, pattern_of

LONGEST_TEXT = 20_000  # characters shown of one text, and three times as many of all together
_PICTURE = re.compile(r"image/[a-z0-9.+-]+")


@dataclass
class Text:
    """Text that was handed in and not released: where it stood, in words, and the pictures pasted into it."""

    where: str
    text: str
    attachments: dict = field(default_factory=dict)


def hand_doubtful_answers_to_a_person(
    nb: NotebookNode, release: NotebookNode, doubts: dict[str, str], beside: Sequence[Text], oddities: list[str]
) -> None:
    """Give a person each written answer that was missing, doubled, moved, or blank where text was not released."""
    pattern = pattern_of(release)
    for released_cell in release.cells:
        if not is_written_answer(released_cell):
            continue
        grade_id = str(name_of(released_cell))
        index, cell = next((n, cell) for n, cell in enumerate(nb.cells) if name_of(cell) == grade_id)
        blank = cell.source == released_cell.source
        if blank and cell.get("attachments"):
            doubts.setdefault(grade_id, "a picture was pasted into it and nothing written")
        if not blank and grade_id not in doubts:
            continue  # a person marks it, as it stands
        start, end = index, index + 1
        while start > 0 and pattern.origin(nb.cells[start - 1]) is None:
            start -= 1
        while end < len(nb.cells) and pattern.origin(nb.cells[end]) is None:
            end += 1
        texts = foreign_texts(nb, pattern, range(start, end), everything=grade_id in doubts)
        texts += beside
        if blank and texts and grade_id not in doubts:
            doubts[grade_id] = "the answer's cell was left as released, but text was handed in elsewhere"
            oddities.append(f"cell {grade_id} is blank, but there is text that was not released: a person marks it")
        if grade_id in doubts:
            if blank and not texts:
                doubts[grade_id] += "; no other text was found"
            hand_to_person(cell, doubts[grade_id], texts, keep=not blank)


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
    # [^\S\n]: with \s, which takes line ends too, ten thousand blank lines take a second, and a million some hours
    return re.sub(r"^([^\S\n]*)([%!?].*|.*\?)$", r"\1pass", source, flags=re.MULTILINE)


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
