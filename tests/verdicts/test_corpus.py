"""Is every answer of the corpus what it says: wrong or right, crashing or not, one repair from its twin?"""

import collections
import difflib

import pytest
import torch

from . import corpus
from .oracles import NAMES, judge

ANSWERS = corpus.answers()
WRONG = [answer for answer in ANSWERS if answer.wrong]
RIGHT = [answer for answer in ANSWERS if not answer.wrong]


def by_name(answers):
    return pytest.mark.parametrize("answer", answers, ids=[answer.name for answer in answers])


def verdict(answer):
    """Return what the oracle says of an answer; a cell that fails is one check that raised."""
    torch.manual_seed(0)
    try:
        made = corpus.run(answer, NAMES)
    except Exception as error:
        return {"the cell": f"raised {type(error).__name__}: {error}"}
    return judge(answer.task, made)


@by_name(RIGHT)
def test_a_right_answer_and_every_twin_agree_with_the_oracle(answer):
    assert {check: said for check, said in verdict(answer).items() if said != "right"} == {}


@by_name(WRONG)
def test_a_wrong_answer_is_wrong_and_crashes_only_if_it_says_so(answer):
    said = verdict(answer).values()
    assert any(word != "right" for word in said)
    assert any(word.startswith("raised") for word in said) == (answer.head["crashes"] == "yes")


@by_name(WRONG)
def test_the_repair_changes_the_lines_that_the_head_names(answer):
    mine, repaired = answer.body.splitlines(), corpus.read(answer.twin).body.splitlines()
    before = len(answer.text.splitlines()) - len(mine)
    changed = set()
    for kind, start, stop, _, _ in difflib.SequenceMatcher(None, mine, repaired, autojunk=False).get_opcodes():
        if kind == "insert":
            changed.add(min(start + 1, len(mine)) + before)
        elif kind != "equal":
            changed.update(range(start + 1 + before, stop + 1 + before))
    assert set(answer.lines) == changed


KEYS = {"says", "kind", "repair", "lines", "crashes"}


@by_name(WRONG)
def test_a_wrong_answer_says_what_it_must(answer):
    wanted = KEYS | ({"cause"} if answer.head["crashes"] == "yes" else set())
    assert set(answer.head) - {"mistakes"} == wanted


def test_nobody_copied():
    same = collections.defaultdict(list)
    for answer in WRONG + [answer for answer in RIGHT if not answer.name.endswith(".right")]:
        same[answer.task, corpus.shape_of_code(answer)].append(answer.name)
    assert [names for names in same.values() if len(names) > 1] == []


def test_no_oracle_is_content_with_nothing():
    tasks = {answer.task for answer in ANSWERS}
    assert [task for task in sorted(tasks) if set(judge(task, None).values()) <= {"right"}] == []
