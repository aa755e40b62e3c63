"""Read a notebook's JSON although a hand, a merge or a broken download has damaged it: what is there is graded.

Nothing here touches a file that is JSON.
"""

import contextlib
import json
import re
from collections.abc import Iterator
from typing import Any

MOST_FAILURES = 20  # places at which a cell was looked for and none could be read: each costs a look at what follows
LOST = "the rest is lost"  # what is said where not all could be read
LONGEST_INTEGER = 4_000  # digits: Python reads 4,300
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+"?)|,(?=\s*[}\]])', re.DOTALL)  # a text without an end: once
_MERGE_MARK = re.compile(r"^(<<<<<<< .*|=======|>>>>>>> .*|\|\|\|\|\|\|\| .*)\r?\n", re.MULTILINE)
_CELL = re.compile(r'\{\s*"(?:attachments|cell_type|execution_count|id|metadata|outputs|source)"')


def read_json(text: str) -> tuple[Any, str]:
    """Return (what a text holds, what is to be said about it), the latter empty where it is JSON.

    >>> read_json('{"cells": [],}')
    ({'cells': []}, 'is not JSON (commas that nothing follows): read all the same')

    Raises:
        ValueError: nothing could be read; the message says where it fails.
    """
    try:
        raw = json.loads(text)
        if _lost_cells(raw, text):
            return _longest_cells(text), "has several lists of cells: the longest was graded"
        return raw, ""
    except (ValueError, RecursionError) as error:
        reason = str(error)[:80] or type(error).__name__
    mended = text
    for what, mended in _versions(text):
        with contextlib.suppress(ValueError, RecursionError):
            return _leniently(mended), f"is not JSON ({what}): read all the same"
    cells = _cells_in(mended)
    if not cells:
        raise ValueError(reason)
    return {"cells": cells}, f"is not JSON ({reason}): {len(cells)} cells of it could be read, {LOST}"


def _versions(text: str) -> Iterator[tuple[str, str]]:
    """Yield (what may be wrong, the text without it), each without what came before, too; none that changes nothing."""
    yield "line ends or other control characters in a text, or a number of very many digits", text
    for what, change in (
        ("marks of a merge", lambda text: _MERGE_MARK.sub("", text)),
        ("commas that nothing follows", lambda text: _TRAILING_COMMA.sub(lambda found: found[1] or "", text)),
    ):
        mended = change(text)
        if mended != text:
            yield what, mended
        text = mended


def _lost_cells(raw: Any, text: str) -> bool:
    """Has a second, empty list of cells taken the place of the first?  Of two of one name JSON keeps the last."""
    return isinstance(raw, dict) and raw.get("cells") == [] and text.count('"cells"') > 1


def _longest_cells(text: str) -> Any:
    def taken(pairs: list[tuple[str, Any]]) -> dict:
        lists = [value for key, value in pairs if key == "cells" and isinstance(value, list)]
        return dict(pairs) | ({"cells": max(lists, key=len)} if lists else {})

    return json.loads(text, object_pairs_hook=taken)


def _leniently(text: str) -> Any:
    return json.loads(text, strict=False, parse_int=_integer)


def _integer(digits: str) -> int | float:
    return int(digits) if len(digits) < LONGEST_INTEGER else float(digits)


def _cells_in(text: str) -> list[dict]:
    """Return the cells that are whole, in their order."""
    decoder = json.JSONDecoder(strict=False, parse_int=_integer)
    cells: list[dict] = []
    failures, place = 0, text.find('"cells"')
    while place >= 0 and failures < MOST_FAILURES and (found := _CELL.search(text, place)):
        try:
            cell, place = decoder.raw_decode(text, found.start())
        except (ValueError, RecursionError):
            failures, place = failures + 1, found.end()
            continue
        if "cell_type" in cell:
            cells.append(cell)
    return cells
