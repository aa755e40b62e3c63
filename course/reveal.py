"""Predict, then run: lay a prediction beside the answer, once there is one. Never graded, never raises.

The answers are in `course.predictions`, so that no notebook shows one beside its question.  Imports torch nowhere:
tensors are recognized by `detach`, as in the figures.
"""

import html
from collections.abc import Sequence
from typing import Any

import numpy as np

from course.checking.feedback import CELL, code_marks
from course.drawing.numbers import fixed
from course.drawing.panels import numbers_in
from course.predictions import Answer, find_answer

__all__ = ["Revealed", "reveal"]

MOST_CELLS = 160  # larger arrays are described by their shape

_SIDE = "display:inline-block;vertical-align:top;margin:0 2.5em 0.5em 0"
_TABLE = "margin:0.2em 0 0;border-collapse:collapse;font-size:inherit"
_ROW = "background:transparent"  # JupyterLab paints every second row
_CELL = f"{CELL};border:1px solid #8c8c8c"
_OFF = f"{_CELL};outline:3px dashed #D55E00;outline-offset:-3px;font-weight:700"  # dashed vermilion, as in figures

Texts = list[list[str]]  # lines of a table
Side = tuple[str, Texts, np.ndarray | None]  # caption, lines, which of the numbers differ


class Revealed:
    """What `reveal` shows: a prediction beside the answer, or the reason why there is nothing to show yet.

    `agrees` is True, False, or None when nothing was compared.
    """

    def __init__(
        self, message: str, agrees: bool | None = None, sides: Sequence[Side] = (), answer: Answer | None = None
    ):
        self.message = message
        self.agrees = agrees
        self.because = answer.because if answer else ""
        self.figure = answer.figure() if answer and answer.figure else None
        self._sides = tuple(sides)  # (caption, lines of texts, marks or None)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html(), "text/plain": repr(self)}

    def html(self) -> str:
        """Return both sides as small tables, marked where they differ, the message, the reason, and the picture."""
        pairs = zip(self._sides[::2], [*self._sides[1::2], None], strict=False)
        tables = "".join(f"<div>{''.join(_table(*side) for side in pair if side)}</div>" for pair in pairs)
        sign = {True: "\N{CHECK MARK} ", False: "\N{NOT EQUAL TO} ", None: ""}[self.agrees]
        texts = [f"{sign}{code_marks(self.message)}", code_marks(self.because)]
        words = "".join(f'<p style="margin:0.3em 0">{text}</p>' for text in texts if text)
        return f'<div style="margin:0.4em 0">{tables}{words}</div>{self.figure.html() if self.figure else ""}'

    def __repr__(self) -> str:
        sides = [f"{caption}: {_in_line(texts)}" for caption, texts, _ in self._sides]
        return "\n".join([*sides, self.message, *filter(None, [self.because, self.figure.alt if self.figure else ""])])


def reveal(name: str, prediction: object = None) -> Revealed:
    """Lay `prediction` beside the answer to the question `name`, which the course keeps; say what there is to see.

    A prediction may be a number, a word, a tuple, nested lists, an array, a tensor, or a dict of such.  As long as it
    is not filled in, nothing of the answer is shown; `"skip"` shows it without a comparison.

    >>> reveal("dense weights", 9)
    you predicted: 9
    it is: 85
    They differ. Can you see why?
    9216 pixels in, 9216 numbers out, a weight for each pair: 84,934,656. ...
    >>> reveal("dense weights", ...)
    Predict first: put your guess in place of every `...`, then run this cell again (a wrong guess costs nothing).
    """
    try:
        return _reveal(name, prediction)
    except Exception as error:  # noqa: BLE001 - an odd object may raise anything; a guess must never end a run
        problem = type(error).__name__
        return Revealed(f"This prediction cannot be compared ({problem}): give numbers, words, or lists of them.")


def _reveal(name: str, prediction: object) -> Revealed:
    if _missing(prediction):  # before any answer is looked up
        return Revealed(
            "Predict first: put your guess in place of every `...`, then run this cell again "
            "(a wrong guess costs nothing)."
        )
    answer = find_answer(name) if isinstance(name, str) else None
    if answer is None:
        return Revealed(f"There is no question {str(name)[:60]!r}: the first argument of `reveal` stays as it was.")
    if isinstance(prediction, str) and prediction.strip().casefold() == "skip":
        return Revealed("Skipped.", None, _answer_alone(answer), answer)
    if answer.choices and str(prediction).strip().casefold() not in answer.choices:
        return Revealed(f'Predict one of {", ".join(answer.choices)} (in quotes), or "skip".')
    if isinstance(prediction, dict) and isinstance(answer.value, dict):
        return _reveal_entries(prediction, answer)
    agrees, message, marks = _compare(prediction, answer.value, answer.digits)
    return Revealed(message, agrees, _sides(prediction, answer.value, answer.digits, marks), answer)


def _answer_alone(answer: Answer) -> list[Side]:
    entries = answer.value.items() if isinstance(answer.value, dict) else [("", answer.value)]
    return [(f"it is ({key})" if key else "it is", _texts(value, answer.digits), None) for key, value in entries]


def _reveal_entries(prediction: dict, answer: Answer) -> Revealed:
    """Reveal a dict entry by entry, in the order of the answer."""
    sides, wrong = [], []
    for key, value in answer.value.items():
        agrees, _, marks = _compare(prediction.get(key), value, answer.digits)
        sides += _sides(prediction.get(key, "nothing"), value, answer.digits, marks, f" ({key})")
        wrong += [] if agrees else [str(key)]
    return Revealed(f"Look again at: {', '.join(wrong)}." if wrong else "They agree.", not wrong, sides, answer)


def _sides(prediction: object, answer: object, digits: int, marks: np.ndarray | None, entry: str = "") -> list[Side]:
    named = (f"you predicted{entry}", prediction), (f"it is{entry}", answer)
    return [(caption, _texts(thing, digits), marks) for caption, thing in named]


def _missing(thing: Any) -> bool:
    """Is this, or any part of it, still to be filled in?"""
    if thing is None or thing is ... or (isinstance(thing, str) and not thing.strip()):
        return True
    if isinstance(thing, dict):
        thing = list(thing.values())
    elif getattr(getattr(thing, "dtype", None), "hasobject", False):
        thing = thing.tolist()
    return isinstance(thing, (list, tuple, set)) and (not thing or any(_missing(part) for part in thing))


def _compare(prediction: object, answer: object, digits: int) -> tuple[bool, str, np.ndarray | None]:
    """Return (agrees, message, marks): `marks` has the shape of both when single numbers differ, otherwise None."""
    one, other = numbers_in(prediction), numbers_in(answer)
    if one is None or other is None:
        agrees = str(prediction).strip().casefold() == str(answer).strip().casefold()
        return agrees, "They agree." if agrees else "They differ. Can you see why?", None
    if one.shape != other.shape:
        return False, f"The shapes differ: you predicted {_shape(one)}, it is {_shape(other)}.", None
    # half of the last digit, and what float32 loses of a large number
    marks = ~np.isclose(one, other, rtol=1e-6, atol=0.5 * 10.0**-digits)
    if not marks.any():
        return True, "They agree.", None
    if marks.size == 1:
        return False, "They differ. Can you see why?", marks
    verb = "differs" if marks.sum() == 1 else "differ"
    return False, f"{marks.sum()} of {marks.size} numbers {verb}. Can you see why?", marks


def _shape(array: np.ndarray) -> str:
    return f"shape {array.shape}" if array.ndim else "a single number"


def _texts(thing: object, digits: int) -> Texts:
    """Return a list of lines, each a list of texts."""
    array = numbers_in(thing)
    if array is None or isinstance(thing, (str, bool)):
        return [[str(thing)[:200]]]
    if isinstance(thing, tuple) and array.ndim == 1:
        return [["(" + ", ".join(fixed(value, digits) for value in array) + ")"]]
    if array.ndim > 2 or array.size > MOST_CELLS or not array.size:
        return [[f"shape {array.shape}"]]
    rows = array.reshape(-1, array.shape[-1] if array.ndim else 1)
    return [[fixed(value, digits) for value in row] for row in rows]


def _in_line(texts: Texts) -> str:
    return "; ".join(" ".join(line) for line in texts)


def _table(caption: str, texts: Texts, marks: np.ndarray | None) -> str:
    count = sum(map(len, texts))
    waiting = iter(marks.ravel().tolist() if marks is not None and marks.size == count else [False] * count)
    lines = "".join(f'<tr style="{_ROW}">{"".join(_cell(text, next(waiting)) for text in line)}</tr>' for line in texts)
    return f'<div style="{_SIDE}"><b>{html.escape(caption)}</b><table style="{_TABLE}">{lines}</table></div>'


def _cell(text: str, off: bool) -> str:
    return f'<td style="{_OFF if off else _CELL}">{html.escape(text)}</td>'
