"""Is every sentence about a mistake plain to read: code set as code, a minus that is one, and short enough?"""

import re

import pytest

from course.checking.crash_rules import RULES
from course.checking.relations import RELATIONS
from grader.tasks import COURSE

MOST_WORDS = 38  # in one sentence
RULES_OF_PROSE = {
    "code stands between backticks": re.compile(
        r"[A-Za-z_]\w*\[[^\]]*\]|\w\.\w+\(|\b[XKY]\.\w|[a-z]_[a-z]\w*(?!\w*,)|=="
    ),
    "a minus is not a hyphen": re.compile(r"\s-\s|(?<![\w'])-\d"),
    "articles fit": re.compile(
        r"\ba (?!of\b)(?:[aeio]\w|8\b|uni[^tvf])|\ban (?:[bcdfgjklmnpqrtvwxyz]\w|one\b)", re.IGNORECASE
    ),
    "no word stands twice": re.compile(r"\b(\w+) \1\b(?! \d)", re.IGNORECASE),
    "nothing hidden is spoken of": re.compile(r"\bhidden (?!kernel)|\btest case|\bthe grader\b", re.IGNORECASE),
}
NAMES_OF_SIZES = re.compile(r"\(?(?:c_out|c_in)\b[^)]*\)?")  # (c_out, rows, columns) is how the lesson writes shapes


def sentences() -> dict[str, str]:
    """Return {where it stands: what is said} of every hint and facet, and of what is said of crashes and of numbers."""
    said = {}
    for assignment in COURSE.assignments:
        for task in assignment.tasks.values():
            said |= {f"{task.name}: {wrong.name}": wrong.hint for wrong in task.misconceptions}
            said |= {f"{task.name}, facet {facet.name}": facet.says for facet in task.facets}
    said |= {rule[0]: rule[1] for _, _, rule in RULES if isinstance(rule, tuple)}
    return said | {f"{name} ({number})": hint for number, (name, hint, _) in enumerate(RELATIONS)}


def prose(text: str) -> str:
    """Return the text without what is set as code or between quotation marks."""
    return NAMES_OF_SIZES.sub("", re.sub(r"`[^`]*`|“[^”]*”", "x", text))


@pytest.mark.parametrize("rule", RULES_OF_PROSE)
def test_what_is_said_of_a_mistake(rule):
    found = {where: RULES_OF_PROSE[rule].search(prose(text)) for where, text in sentences().items()}
    assert {where: hit[0] for where, hit in found.items() if hit} == {}


def test_no_sentence_is_long():
    parts = {where: re.split(r"(?<=[.?!:;])\s", prose(text)) for where, text in sentences().items()}
    assert {where: p for where, found in parts.items() for p in found if len(p.split()) > MOST_WORDS} == {}


def test_hints_end_like_sentences():
    hints = {where: text for where, text in sentences().items() if ", facet " not in where}
    assert {where: text for where, text in hints.items() if not text.rstrip(")").endswith((".", "?", "…"))} == {}


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("code stands between backticks", "Row a belongs to K[a, b]."),
        ("code stands between backticks", "Flip with K.flip(0, 1)."),
        ("code stands between backticks", "kernel_size is (rows, columns)."),
        ("a minus is not a hyphen", "It fits n - h + 1 times."),
        ("a minus is not a hyphen", "It gives -1."),
        ("articles fit", "got a int"),
        ("articles fit", "an kernel"),
        ("no word stands twice", "the the kernel"),
        ("nothing hidden is spoken of", "In a hidden case it is 3."),
    ],
)
def test_the_rules_find_what_they_are_for(rule, text):
    assert RULES_OF_PROSE[rule].search(prose(text))
