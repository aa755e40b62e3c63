"""Is every answer of the corpus what it says: wrong or right, crashing or not, one repair from its twin?"""

import collections
import difflib

import pytest
import torch

from . import corpus
from .oracles import NAMES, judge

ANSWERS = corpus.answers()
WRONG = [answer for answer in ANSWERS if answer.wrong]
TASKS = sorted({answer.task for answer in ANSWERS})
KEYS = {"says", "kind", "repair", "lines", "crashes"}


@pytest.fixture(autouse=True, scope="module")
def one_thread():
    """Images this small are no work to share; threads that wait for each other cost most of the time."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


SAID = {}


def verdict(answer):
    """Return what the oracle says of an answer, asked once; a cell that fails is one check that raised."""
    if answer.name not in SAID:
        SAID[answer.name] = _verdict(answer)
    return SAID[answer.name]


def _verdict(answer):
    torch.manual_seed(0)
    try:
        made = corpus.run(answer, NAMES)
    except Exception as error:
        return {"the cell": f"raised {type(error).__name__}: {error}"}
    return judge(answer.task, made)


def what_it_is(said):
    """Return "right", "wrong" or "crashes" for the words of an oracle."""
    if any(word.startswith("raised") for word in said.values()):
        return "crashes"
    return "right" if set(said.values()) == {"right"} else "wrong"


def what_it_says(answer):
    return "crashes" if answer.head.get("crashes") == "yes" else answer.head["kind"]


@pytest.mark.parametrize("task", TASKS)
def test_each_answer_and_each_twin_is_what_its_head_says(task):
    untrue = {}
    for answer in ANSWERS:
        if answer.task == task and what_it_is(said := verdict(answer)) != what_it_says(answer):
            untrue[answer.name] = {check: word for check, word in said.items() if word != "right"}
    assert untrue == {}


def changed_lines(answer):
    """Return the lines of a wrong answer that its repair changes; for an addition the line that comes after it."""
    mine, repaired = answer.body.splitlines(), corpus.read(answer.twin).body.splitlines()
    before = len(answer.text.splitlines()) - len(mine)
    changed = set()
    for kind, start, stop, _, _ in difflib.SequenceMatcher(None, mine, repaired, autojunk=False).get_opcodes():
        if kind == "insert":
            changed.add(min(start + 1, len(mine)) + before)
        elif kind != "equal":
            changed.update(range(start + 1 + before, stop + 1 + before))
    return sorted(changed)


def test_the_repair_changes_the_lines_that_the_head_names():
    assert [answer.name for answer in WRONG if changed_lines(answer) != answer.lines] == []


def test_a_wrong_answer_says_what_it_must():
    for answer in WRONG:
        cause = {"cause"} if answer.head["crashes"] == "yes" else set()
        assert set(answer.head) - {"mistakes"} == KEYS | cause, answer.name


def test_nobody_copied():
    same = collections.defaultdict(list)
    for answer in ANSWERS:
        if not answer.path.name.endswith(".right.py"):  # two mistakes may have one repair
            same[answer.task, corpus.shape_of_code(answer)].append(answer.name)
    assert [names for names in same.values() if len(names) > 1] == []


def test_no_oracle_is_content_with_nothing():
    assert [task for task in TASKS if what_it_is(judge(task, None)) == "right"] == []


def test_every_check_of_every_oracle_is_failed_by_somebody():
    passed = {task: set(judge(task, None)) for task in TASKS}
    for answer in WRONG:
        said = verdict(answer)
        passed[answer.task] -= {check for check, word in said.items() if word != "right"}
    assert {task: checks for task, checks in passed.items() if checks} == {}
