"""Is there always something to do before 120 words have been read, and are the words those of a story for everybody?"""

import re

import nbformat
import pytest

from course.predictions import all_answers
from grader.places import ROOT
from grader.tasks import COURSE

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


@pytest.mark.parametrize("assignment", COURSE.names)
def test_no_stretch_of_reading_is_long(assignment):
    nb = nbformat.read(ROOT / "source" / assignment / COURSE.assignment(assignment).notebook, as_version=4)
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


FOOTNOTE = re.compile(r"\bIn \[\d|\blearner's? notebook|\bthe learner\b|\bthe seed\b", re.IGNORECASE)
BRITISH = re.compile(
    r"\b(?:neighbour|colour|behaviour|favour|honour|recognis|normalis|organis|centre|grey|modell|labell|analys(?:e|ing)\b|licence)",
    re.IGNORECASE,
)


def words_for_students():
    """Return [(where, text)] of all that students read: notebooks, hints and facets, the page for them."""
    texts = [("docs/students.md", (ROOT / "docs" / "students.md").read_text(encoding="utf-8"))]
    for assignment in COURSE.names:
        nb = nbformat.read(ROOT / "release" / assignment / COURSE.assignment(assignment).notebook, as_version=4)
        texts += [(f"{assignment}: {cell.id}", cell.source) for cell in nb.cells]
        for task in COURSE.assignment(assignment).tasks.values():
            texts += [(f"{task.name}: {wrong.name}", wrong.hint) for wrong in task.misconceptions]
            texts += [(f"{task.name}: {facet.name}", facet.says) for facet in task.facets]
    for name, answer in all_answers().items():
        texts.append((f"reveal {name}", f"{answer.because} {answer.figure().alt if answer.figure else ''}"))
    return texts


@pytest.mark.parametrize("rule", [FOOTNOTE, BRITISH], ids=["scenes have names", "American spelling"])
def test_the_words_for_students(rule):
    assert [(where, rule.search(text)[0]) for where, text in words_for_students() if rule.search(text)] == []


@pytest.mark.parametrize(
    "rule, text",
    [
        (FOOTNOTE, "as `In [19]` printed"),
        (FOOTNOTE, "The learner noted"),
        (FOOTNOTE, "in the seed's first version"),
        (BRITISH, "Neighbouring pixels"),
        (BRITISH, "grey and coloured"),
        (BRITISH, "if it is recognised"),
    ],
)
def test_the_rules_find_what_they_are_for(rule, text):
    assert rule.search(text)
