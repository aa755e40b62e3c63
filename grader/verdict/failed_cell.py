"""Read the error output of a student's cell: what was raised, and in which of its lines.

The cells' outputs are made before any hidden input is there, so all of it may be told.
"""

import re
from collections.abc import Mapping
from typing import Any

from course.checking.data import Raised
from grader.errors import printable

MARKS = re.compile(r"\x1b\[[0-9;]*m")
LINE = re.compile(r"\bline (\d+)\)?$")


def failure(source: str, output: Mapping[str, Any]) -> Raised:
    """Return {"type", "text", "line", "code"} of an error output, as `measure` describes an exception.

    >>> output = {"ename": "ZeroDivisionError", "evalue": "by zero", "traceback": ["> 2 b = a / 0"]}
    >>> failure("a = 1\\nb = a / 0", output)
    {'type': 'ZeroDivisionError', 'text': 'by zero', 'line': 'b = a / 0', 'code': 'a = 1'}
    """
    kind, text = (printable(str(output.get(key, "")).replace("\n", " "))[:200] for key in ("ename", "evalue"))
    lines = source.splitlines()
    number = _line_number(lines, text, output.get("traceback", []))
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return {
        "type": kind[:80],
        "text": re.sub(r"\s*\([^()]*, line \d+\)$", "", text),
        "line": printable(line)[:200],
        "code": "\n".join(lines[max(number - 41, 0) : max(number - 1, 0)]),
    }


def _line_number(lines: list[str], text: str, traceback: list[str]) -> int:
    """Return the last line of the cell that the traceback shows, or 0."""
    found = LINE.search(text)
    if found:  # a syntax error names it
        return int(found[1])
    number = 0
    for shown in MARKS.sub("", "\n".join(map(str, traceback))).splitlines():
        stripped = re.sub(r"^-*>?\s*\d*\s*", "", shown).strip()
        arrow = re.match(r"-*>\s*(\d+)\b", shown)
        if arrow and 0 < int(arrow[1]) <= len(lines) and lines[int(arrow[1]) - 1].strip() == stripped:
            number = int(arrow[1])
        elif not arrow and stripped and stripped in (line.strip() for line in lines) and "line" not in shown:
            number = next(n for n, line in enumerate(lines, 1) if line.strip() == stripped) if number == 0 else number
    return number
