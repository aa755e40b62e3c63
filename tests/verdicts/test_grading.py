"""Does no wrong answer of the corpus get full marks, does no right one lose, and is every hint on it a true one?

Judged by reading: `judged.json` holds for each wrong answer the names that the grader may give it, because its hint
speaks of what the repair changes.  A name that nobody has judged fails here, and is added when its hint has been read.
"""

import json
from pathlib import Path

import pytest

from . import corpus
from .measuring import grade_in_process

JUDGED = json.loads((Path(__file__).parent / "judged.json").read_text(encoding="utf-8"))
LENIENT = {"exposing_case/diagonal_line"}  # it exposes the four bugs that are graded, if not two that the oracle adds
WRONG = [answer for answer in corpus.answers() if answer.wrong]
RIGHT = [answer for answer in corpus.answers() if not answer.wrong]
SAMPLE = 12  # every so many are graded in the quick tests


def by_name(answers):
    return [
        pytest.param(a, id=a.name, marks=[] if i % SAMPLE == 0 else pytest.mark.slow) for i, a in enumerate(answers)
    ]


@pytest.mark.parametrize("answer", by_name(RIGHT))
def test_a_right_answer_gets_full_marks(answer):
    grade = grade_in_process(answer.task, answer.path)
    assert grade.score == grade.max_score, grade


@pytest.mark.parametrize("answer", by_name(WRONG))
def test_a_wrong_answer_loses_and_hears_nothing_untrue(answer):
    grade = grade_in_process(answer.task, answer.path)
    assert grade.score < grade.max_score or answer.name in LENIENT
    assert grade.misconception in (None, *JUDGED.get(answer.name, [])), grade.hints
