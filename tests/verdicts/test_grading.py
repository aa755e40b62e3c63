"""Does no wrong answer of the corpus get full marks, does no right one lose, and is every hint on it a true one?

`judged.json` holds the names that the grader gave and whose hints were then read once, by one reader, against the
repair: "true" speaks of what the repair changes, "line" is true of the line that raises but does not name the cause.
Nothing is foretold: an answer without a hint is not in it, and a name that nobody has read fails here.
"""

import pytest

from . import corpus
from .figures import judgement
from .measuring import grade_in_process

WRONG = [answer for answer in corpus.answers() if answer.wrong]
RIGHT = [answer for answer in corpus.answers() if not answer.wrong]
# every so many are graded in the quick tests, and in `make test`; `make campaign` grades all
SAMPLE, SLOW_SAMPLE = 15, 5


def by_name(answers):
    return [pytest.param(a, id=a.name, marks=_marks(number)) for number, a in enumerate(answers)]


def _marks(number):
    if number % SLOW_SAMPLE:
        return [pytest.mark.slow, pytest.mark.campaign]
    return [pytest.mark.slow] if number % SAMPLE else []


@pytest.mark.parametrize("answer", by_name(RIGHT))
def test_a_right_answer_gets_full_marks(answer):
    grade = grade_in_process(answer.task, answer.path)
    assert grade.score == grade.max_score, grade


@pytest.mark.parametrize("answer", by_name(WRONG))
def test_a_wrong_answer_loses_and_hears_nothing_untrue(answer):
    grade = grade_in_process(answer.task, answer.path)
    assert grade.score < grade.max_score
    assert judgement(answer, grade) != "unread", (grade.misconception, grade.hints)
