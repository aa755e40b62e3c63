"""Does a claim about shipped software say where it can be read, of which version it speaks, and of which year?"""

import re

import nbformat
import pytest

from course.predictions import all_answers
from grader.places import ROOT
from grader.tasks import COURSE

REPORT = re.compile(r"https://github\.com/[\w.-]+/[\w.-]+/(?:issues|pull)/\d+")  # a bug report, or its repair
LINKED = re.compile(rf"\[[^\]]*\]\({REPORT.pattern}\)")
VERSION = re.compile(r"(?<![\w.])\d+\.\d+(?:\.\d+)?(?![\w.]*\w)")
YEAR = re.compile(r"(?<![\w.])20\d\d(?![\w.]*\w)")
CLAIM = re.compile(r"\*\*(?:Not a toy mistake|A test for free)\.\*\*")  # what the notebooks call such a box
ELSEWHERE = re.compile(r"https://(?:datascience|stats)\.stackexchange\.com/")  # people ask: no software is at fault
SENTENCE = re.compile(r"(?<=[.!?)])\s+(?=[A-Z\"*`(])")


def sentences(markdown):
    """Return the sentences of a Markdown text, each on one line and without the bar of a quotation."""
    plain = [re.sub(r"\s+", " ", re.sub(r"^> ?", "", part, flags=re.MULTILINE)) for part in markdown.split("\n\n")]
    return [sentence for part in plain for sentence in SENTENCE.split(part)]


def unfounded(markdown):
    """Return [(start of the sentence, what is missing)] of a text's claims about software."""
    found = []
    for sentence in sentences(markdown):
        if REPORT.search(sentence):
            words = LINKED.sub("", sentence)
            found += [
                (sentence[:40], what) for what, rule in (("version", VERSION), ("year", YEAR)) if not rule.search(words)
            ]
    for part in markdown.split("\n\n"):
        if CLAIM.search(part) and not REPORT.search(part) and not ELSEWHERE.search(part):
            found.append((part[:40], "link"))
    return found


def texts():
    """Return [(where, text)] of what students read and what an answer tells."""
    pages = [(path.name, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "docs").glob("*.md"))]
    for assignment in COURSE.names:
        nb = nbformat.read(ROOT / "source" / assignment / COURSE.assignment(assignment).notebook, as_version=4)
        pages += [(f"{assignment}: {cell.id}", cell.source) for cell in nb.cells if cell.cell_type == "markdown"]
        for task in COURSE.assignment(assignment).tasks.values():
            pages += [(f"{task.name}: {wrong.name}", wrong.hint) for wrong in task.misconceptions]
    return pages + [(f"reveal {name}", answer.because) for name, answer in all_answers().items()]


def test_every_claim_about_software_has_its_link_version_and_year():
    assert [(where, *gap) for where, text in texts() for gap in unfounded(text)] == []


def test_there_are_such_claims():
    assert sum(len(REPORT.findall(text)) for _, text in texts()) >= 10


LINK = "([issue 1](https://github.com/some/library/issues/1))"


@pytest.mark.parametrize(
    "text, missing",
    [
        (f"> **Not a toy mistake.** Library 1.5.0\n> (2020) padded the wrong side {LINK}.", []),
        (f"Library 2.13 (2026) still does {LINK}.", []),
        (f"The guide, release 2018.3, was put right in 2019 {LINK}.", []),
        (f"Until May 2022 the library forgot it {LINK}.", ["version"]),
        (f"Library 1.5.0 padded the wrong side {LINK}.", ["year"]),
        (f"The library padded the wrong side {LINK}.", ["version", "year"]),
        (f"In 2020 there was 1.5.0. The library padded the wrong side {LINK}.", ["version", "year"]),
        ("See [pull request 2020](https://github.com/some/library/pull/2020).", ["version", "year"]),
        ("> **Not a toy mistake.** Library 1.5.0 (2020) padded the wrong side.", ["link"]),
        ("> **Not a toy mistake.** People ask: [68045](https://datascience.stackexchange.com/questions/68045).", []),
        ("The row 1.5, 2020 has no link.", []),
    ],
)
def test_what_is_missing_is_found(text, missing):
    assert [what for _, what in unfounded(text)] == missing
