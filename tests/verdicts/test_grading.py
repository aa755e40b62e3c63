"""Does no wrong answer of the corpus get full marks, does no right one lose, and is every hint on it a true one?

`judged.json` holds the names that the grader gave and whose hints were then read once, by one reader, against the
repair: "true" speaks of what the repair changes, "line" is true of the line that raises but does not name the cause.
Nothing is foretold: an answer without a hint is not in it, and a name that nobody has read fails here.
"""

import pytest

from . import corpus
from .figures import judgement
from .measuring import grade_in_process

# wrong by the task's text, and the grader does not see it yet
UNSEEN = {
    "output_size/padding_before_stride": "every case gives stride and padding by name",
    "same_result/largest_without_sign": "no case has negative numbers only",
}
LENIENT = {
    "exposing_case/diagonal_line",  # it exposes the four bugs that are graded, if not two that the oracle adds
    "vertical_edge/flat_pair",  # one row may come without its outer brackets, in `check` and in grading
}
WRONG = [answer for answer in corpus.answers() if answer.wrong]
RIGHT = [answer for answer in corpus.answers() if not answer.wrong]
SAMPLE = 12  # every so many are graded in the quick tests


def by_name(answers):
    return [pytest.param(a, id=a.name, marks=_marks(i, a)) for i, a in enumerate(answers)]


def _marks(number, answer):
    slow = [] if number % SAMPLE == 0 else [pytest.mark.slow]
    reason = UNSEEN.get(answer.name)
    return [*slow, pytest.mark.xfail(reason=reason, strict=True)] if reason else slow


@pytest.mark.parametrize("answer", by_name(RIGHT))
def test_a_right_answer_gets_full_marks(answer):
    grade = grade_in_process(answer.task, answer.path)
    assert grade.score == grade.max_score, grade


@pytest.mark.parametrize("answer", by_name(WRONG))
def test_a_wrong_answer_loses_and_hears_nothing_untrue(answer):
    grade = grade_in_process(answer.task, answer.path)
    assert grade.score < grade.max_score or answer.name in LENIENT
    assert judgement(answer, grade) != "unread", (grade.misconception, grade.hints)
