"""Turn verdicts into what a student reads: which facets passed, the recognised mistake, public cases as pictures.

Everything that comes from a student is escaped here.
"""

from collections.abc import Iterable
from html import escape
from typing import TypedDict

import numpy as np

from course.checking.compare import Verdict, to_array
from course.checking.data import AnswerData, CaseData, Plain
from course.drawing.numbers import spell
from course.drawing.palette import code, ink, paint

LARGEST = 12  # rows or columns of an array that is printed in full
MOST_NUMBERS = 160  # of all its channels together
BOX = (
    "border:1px solid #c4c4c4;border-left:4px solid {};background:#ffffff;color:#1a1a1a;padding:8px 12px;max-width:60em"
)
CELL = "min-width:2.4em;padding:4px;text-align:center"  # of a table of numbers
GOOD, OPEN = "#0072B2", "#D55E00"


class Shown(TypedDict):
    """One public case as it is shown: what was asked, what is right, what came back, if anything, and is it right."""

    case: CaseData
    expected: AnswerData
    answer: AnswerData | None
    verdict: Verdict


def block(headline: str, *parts: str, good: bool) -> str:
    """Return the outer box: a headline and the parts below it, empty ones left out."""
    body = "".join(part for part in parts if part)
    return f'<div style="{BOX.format(GOOD if good else OPEN)}"><p><b>{escape(headline)}</b></p>{body}</div>'


def facet_list(facets: Iterable[tuple[bool, str, str]]) -> str:
    """Return the list of facets: `facets` are (passed, says, message) triples."""
    items = []
    for passed, says, message in facets:
        mark = "✓ passed:" if passed else "✗ not yet:"
        detail = f" <i>({code_marks(message)})</i>" if message and not passed else ""
        items.append(f'<li style="list-style:none">{mark} {code_marks(says)}{detail}</li>')
    return f'<ul style="padding-left:0">{"".join(items)}</ul>'


def paragraph(label: str, text: str) -> str:
    """Return one paragraph with a bold label; code between backticks is set as code."""
    return f"<p><b>{escape(label)}</b> {code_marks(text)}</p>" if text else ""


def code_marks(text: str) -> str:
    """Escape text and set what stands between backticks as code.

    >>> code_marks("use `a < b`")
    'use <code>a &lt; b</code>'
    """
    parts = escape(text).split("`")
    if len(parts) % 2 == 0:  # an odd number of backticks is not markup
        return escape(text)
    return "".join(f"<code>{part}</code>" if i % 2 else part for i, part in enumerate(parts))


def public_case(item: Shown, said: bool = False) -> str:
    """Return one public case, with input, expected and yours side by side.

    What is wrong has been `said` before, or is said below.
    """
    case, expected, answer = item["case"], item["expected"], item["answer"]
    pictures = [picture(name, value) for name, value in inputs(case)]
    if "raised" in expected or "result" in expected:
        pictures.append(picture("expected", _outcome(expected)))
        pictures.append(picture("yours", _outcome(answer), against=_outcome(expected)))
    sentence = "" if said else paragraph("Seen:", seen(item))
    return f'<div style="overflow-x:auto">{"".join(pictures)}</div>{sentence}'


def seen(item: Shown) -> str:
    """Return in a sentence what is wrong with the answer to a public case; numbers and True or False are told.

    >>> seen({"answer": {"result": 3}, "expected": {"result": 2}, "verdict": Verdict(False, "the number differs")})
    'it returns 3, expected 2.'
    """
    reason = item["verdict"].reason
    got, wanted = ((item[side] or {}).get("result") for side in ("answer", "expected"))
    if reason in ("the number differs", "the value differs"):
        numbers = [value if isinstance(value, (bool, int, float)) else _alone(value) for value in (got, wanted)]
        if None not in numbers:
            reason = "it returns {}, expected {}".format(*(f"{n:.6g}" if type(n) is float else n for n in numbers))
    return reason if reason.endswith(("?", ".")) else reason + "."


def _alone(value: Plain) -> bool | int | float | None:
    """Return the one number of an array without axes, else None."""
    array = to_array(value)
    return array.item() if array is not None and array.ndim == 0 else None


def inputs(case: CaseData) -> list[tuple[str, Plain]]:
    """Return [(name, plain data)] of what a case gives to the student's object."""
    if case["how"] == "module":
        shown = [("X", case.get("image"))] + [(name, spec) for name, spec in case.get("state", {}).items()]
        return [(name, value) for name, value in shown if value is not None]
    names = case.get("names") or [f"input {i + 1}" for i in range(len(case["args"]))]
    return [*zip(names, case["args"], strict=True), *case.get("kwargs", {}).items()]


def _outcome(answer: AnswerData | None) -> Plain:
    """Return the part of an answer worth a picture, or a sentence."""
    if not answer:
        return "no answer"
    if "raised" in answer:
        return f"raises {answer['raised']['type']}"
    return answer.get("result", "see below")


def picture(title: str, plain: Plain, against: Plain = None) -> str:
    """Return one array as a table of coloured squares with its numbers, or in words what else it is.

    Channels stand below each other; in a weight (c_out, c_in, h, w) each line is one output channel.  Squares that
    differ from `against` are outlined and their numbers underlined.
    """
    array = to_array(plain) if isinstance(plain, (dict, int, float)) and not _is_in_words(plain) else None
    if array is None or not _is_small(array):
        body = f"<div>{escape(_words(plain, array))}</div>"
    else:
        other = to_array(against) if isinstance(against, (dict, int, float)) else None
        differs = np.zeros(array.shape, bool)
        if other is not None and other.shape == array.shape:
            differs = ~(np.abs(array - other) <= 1e-4 * max(1.0, float(np.abs(other).max(initial=0))))
        limit = float(np.abs(array[np.isfinite(array)]).max(initial=0)) or 1.0
        body = _tables(array, differs, limit)
    style = "display:inline-block;vertical-align:top;margin:0 1.2em 0.4em 0"
    return f'<div style="{style}"><div style="font-size:90%">{escape(title)}</div>{body}</div>'


def _words(plain: Plain, array: np.ndarray | None) -> str:
    if isinstance(plain, (str, bool)):
        return str(plain)
    if _is_setting(plain):
        return str(tuple(plain["tuple"]))
    if isinstance(plain, dict) and "layer" in plain:
        arguments = plain["layer"]["arguments"]
        return f"Conv2d({', '.join(f'{key}={_words(value, None)}' for key, value in arguments)})"
    if array is not None:
        return f"shape {tuple(array.shape)}"
    if isinstance(plain, dict):
        kind, content = next(iter(plain.items()))
        return str(content) if kind in ("other", "too_large") else f"a {kind}"
    return str(plain)


def _is_in_words(plain: Plain) -> bool:
    return isinstance(plain, bool) or _is_setting(plain)


def _is_setting(plain: Plain) -> bool:
    """Is this a tuple of whole numbers, such as a stride of (2, 1)?"""
    return isinstance(plain, dict) and "tuple" in plain and all(type(item) is int for item in plain["tuple"])


def _is_small(array: np.ndarray) -> bool:
    return 0 < array.size <= MOST_NUMBERS and array.ndim <= 4 and max(array.shape, default=1) <= LARGEST


def _tables(array: np.ndarray, differs: np.ndarray, limit: float) -> str:
    if array.ndim <= 2:
        return _table(np.atleast_2d(array), np.atleast_2d(differs), limit)
    if array.ndim == 3:
        array, differs = array[:, None], differs[:, None]
    style = "display:inline-block;margin:0 6px 6px 0"
    lines = []
    for line in zip(array, differs, strict=True):
        panels = "".join(f'<div style="{style}">{_table(*panel, limit)}</div>' for panel in zip(*line, strict=True))
        lines.append(f"<div>{panels}</div>")
    return "".join(lines)


def _table(array: np.ndarray, differs: np.ndarray, limit: float) -> str:
    colours = paint(array, (-limit, limit), signed=True)
    rows = []
    for r in range(array.shape[0]):
        cells = []
        for c in range(array.shape[1]):
            colour = colours[r, c]
            edge = f"outline:2px solid {OPEN};outline-offset:-2px;text-decoration:underline" if differs[r, c] else ""
            style = f"background:{code(colour)};color:{ink(colour)};{CELL};{edge}"
            cells.append(f'<td style="{style}">{spell(array[r, c], limit)}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table style="border-collapse:collapse;border:1px solid #c4c4c4">{"".join(rows)}</table>'
