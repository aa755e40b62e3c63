"""Is of a damaged notebook everything read that is there, said what was damaged, and no damage able to stop us?"""

import json
import re
import time

import pytest

from grader.submission.damaged_json import read_json
from grader.submission.notebook_file import notebook_from
from grader.submission.pattern import key_of
from grader.submission.prose import _without_magics

CELLS = [
    {"cell_type": "code", "id": f"c{n}", "metadata": {}, "outputs": [], "source": ["a = '],}'\n", f"b = {n}"]}
    for n in range(5)
]
WHOLE = json.dumps({"cells": CELLS, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def sources(raw):
    return ["".join(cell["source"]) for cell in raw["cells"]]


ALL = sources({"cells": CELLS})


@pytest.mark.parametrize(
    "case, text, kept, said",
    [
        ("whole", WHOLE, 5, ""),
        ("commas", re.sub(r'(["}\]])\n( *[}\]])', r"\1,\n\2", WHOLE), 5, "commas that nothing follows"),
        ("line ends in texts", WHOLE.replace("\\n", "\n"), 5, "control characters"),
        ("a number of very many digits", WHOLE.replace('"nbformat": 4', f'"nbformat": {"4" * 5000}'), 5, "many digits"),
        ("two lists of cells", WHOLE[:-1] + ', "cells": []}', 5, "several lists of cells: the longest was graded"),
        ("cut at its end", WHOLE[:-20], 5, "5 cells of it could be read, the rest is lost"),
        ("cut in a cell", WHOLE[: WHOLE.index("b = 3")], 3, "3 cells of it could be read, the rest is lost"),
        ("a byte lost in a cell", WHOLE.replace('"id": "c1"', '"id" "c1"'), 4, "4 cells of it could be read"),
        ("without its first line", WHOLE[2:], 5, "5 cells of it could be read"),
        (
            "marks of a merge",
            WHOLE.replace('   "id": "c1",\n', '<<<<<<< HEAD\n   "id": "c1",\n=======\n   "id": "x",\n>>>>>>> b\n'),
            5,
            "marks of a merge",
        ),
    ],
)
def test_what_is_there_is_read(case, text, kept, said):
    raw, told = read_json(text)
    assert [source for source in ALL if source in sources(raw)] == sources(raw), case
    assert (len(raw["cells"]), said in told if said else told == "") == (kept, True), told


@pytest.mark.parametrize("text", ["", "{", '{"cells": [', '{"cells": 3', "[1, 2", "sorry"])
def test_where_nothing_can_be_read_it_says_why(text):
    with pytest.raises(ValueError, match="."):
        read_json(text)


@pytest.mark.parametrize(
    "case, text",
    [
        ("open texts", '{"cells": [' + '"\\' * 500_000),
        ("open objects", '{"cells": [' + '{"id": ' * 200_000),
        ("commas", '{"cells": [' + ", " * 1_000_000),
        ("commas and blanks", '{"cells": [,' + " " * 1_000_000 + ","),
        ("blanks in objects", '{"cells": [' + ("{" + " " * 1_000) * 1_000),
        ("lists in lists", '{"cells": [' + "[" * 500_000),
        ("marks", '{"cells": [\n' + "=======\n" * 100_000),
    ],
)
def test_no_damage_takes_longer_than_reading(case, text):
    """Quadratic would be hours here; the limit is far from both."""
    started = time.process_time()
    with pytest.raises(ValueError, match="."):
        read_json(text)
    assert time.process_time() - started < 20, case


@pytest.mark.parametrize(
    "what, function, text",
    [
        ("blank lines", _without_magics, "\n" * 300_000 + "x"),
        ("lines of blanks", _without_magics, (" " * 50 + "\n") * 20_000),
    ],
)
def test_no_text_takes_long(what, function, text):
    started = time.process_time()
    function(text)
    assert time.process_time() - started < 20, what


def test_of_a_long_text_only_the_beginning_is_compared():
    assert len(key_of("\ufdfa " * 1_000_000)) < 1_000_000


def test_metadata_deeper_than_the_stack_is_not_gone_into():
    cell = CELLS[0] | {"metadata": {"nbgrader": {"grade_id": "x", "deep": "@"}}}
    text = json.dumps({"cells": [cell]}).replace('"@"', '{"a":' * 700 + "1" + "}" * 700)
    notebook = notebook_from(text.encode(), "a.ipynb", [])
    assert notebook.cells[0].metadata.nbgrader == {"grade_id": "x"}
