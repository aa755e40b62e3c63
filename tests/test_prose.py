"""Is there always something to do before 120 words have been read, and is the time honest?"""

import re

import nbformat
import pytest

from grader.places import ROOT
from grader.tasks import ASSIGNMENTS, notebook_name

MOST_WORDS = 120
NOT_PROSE = re.compile(
    r"\$\$.*?\$\$"  # a formula on its own lines
    r"|<details>.*?</details>"  # closed until it is asked for
    r"|```.*?```"
    r"|!\[[^\]]*\]\([^)]*\)|<[^>]+>",
    re.DOTALL,
)
FORMULA = re.compile(r"\$[^$]+\$|`[^`]+`")  # within a sentence: read as one word
WORD = re.compile(r"\S*[^\W_]\S*")  # list marks, dashes and rules of tables are not words


def prose_words(markdown):
    """Return how many words a reader meets in a Markdown cell."""
    return len(WORD.findall(FORMULA.sub("x", NOT_PROSE.sub(" ", markdown))))


def is_action(cell):
    """Is it a cell that is run, or an answer that is written?"""
    return cell.cell_type == "code" or cell.metadata.get("nbgrader", {}).get("solution", False)


def stretches(cells):
    """Yield (words, ids of the cells) between one action and the next."""
    words, ids = 0, []
    for cell in cells:
        if is_action(cell):
            yield words, ids
            words, ids = 0, []
        else:
            words += prose_words(cell.source)
            ids.append(cell.id)
    yield words, ids


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_no_stretch_of_reading_is_long(assignment):
    nb = nbformat.read(ROOT / "source" / assignment / notebook_name(assignment), as_version=4)
    assert [(words, ids) for words, ids in stretches(nb.cells) if words > MOST_WORDS] == []


@pytest.mark.parametrize(
    "markdown, words",
    [
        ("## 1.2 A *kernel* slides", 4),
        ("- the size $n - k + 1$ of `X[0, 0]`", 5),
        ("before\n\n$$a + b$$\n\nafter", 2),
        ("| a | b |\n|---|---|\n| one | 2 |", 4),
        ("<details><summary>Show</summary>a b c</details> more", 1),
        ("![a long description](data:image/svg) here", 1),
    ],
)
def test_words_are_counted_as_they_are_read(markdown, words):
    assert prose_words(markdown) == words
