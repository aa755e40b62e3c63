"""Are two mistakes named together only where every case shows both, and where no other two would do?"""

import numpy as np
import pytest

from course.checking.diagnose import explain

RNG = np.random.default_rng(1)
RIGHT = [RNG.normal(size=(3, 4)) for _ in range(3)]


def answer(array):
    return {"result": {"tensor": {"dtype": "float32", "shape": list(array.shape), "data": array.ravel().tolist()}}}


def pack(pairs=(), **made):
    """Return a task with these mistakes, each a change of the right result."""
    return {
        "cases": [{"facet": "values", "name": "", "atol": 1e-4, "observe": ["result"]} for _ in RIGHT],
        "expected": [answer(Y) for Y in RIGHT],
        "misconceptions": [
            {"name": name, "hint": "", "answers": [answer(change(Y)) for Y in RIGHT]} for name, change in made.items()
        ],
        "pairs": [
            {"of": list(of), "answers": {str(i): answer(change(Y)) for i, Y in enumerate(RIGHT)}}
            for of, change in pairs
        ],
    }


def named(task, change):
    answers = [answer(change(Y)) for Y in RIGHT]
    return [mistake["name"] for mistake in explain(answers, task, range(len(RIGHT)))]


MIXED = {"squared": lambda Y: Y**2 - 1, "shifted": lambda Y: Y + 2}


def both(Y):
    return (Y + 2) ** 2 - 1


ROWS = {
    "one known mistake is enough": (pack(**MIXED), MIXED["shifted"], ["shifted"]),
    "a pair that is known": (pack([(("squared", "shifted"), both)], **MIXED), both, ["squared", "shifted"]),
    "two pairs that fit say nothing": (
        pack([(("squared", "shifted"), both), (("shifted", "squared"), both)], **MIXED),
        both,
        [],
    ),
    "a mistake, and the minus signs lost": (pack(**MIXED), lambda Y: abs(Y**2 - 1), ["squared", "signs_lost"]),
    "a mistake, and the last column cut off": (pack(**MIXED), lambda Y: Y[:, :-1] + 2, ["shifted", "result_cut_off"]),
    "of the right size, but smaller than what a mistake gives": (
        pack(wider=lambda Y: np.pad(Y, ((0, 1), (0, 1))) + 2),
        lambda Y: Y + 2,
        [],
    ),
    "lost signs alone are no mistake beside another": (pack(squared=lambda Y: -Y), abs, []),
    "what changes nothing is not said": (pack(large=lambda Y: abs(Y) + 1), lambda Y: abs(Y) + 1, ["large"]),
    "right numbers are not a mistake undone": (pack(negated=lambda Y: -Y), lambda Y: Y + 0, []),
    "neither": (pack(**MIXED), np.sin, []),
}


@pytest.mark.parametrize("row", ROWS)
def test_two_at_once(row):
    task, change, names = ROWS[row]
    assert named(task, change) == names


def test_one_permutation_is_not_told_as_two():
    """Maps whose rows and columns are exchanged are also maps stacked on another axis, with the axes moved."""
    right = [RNG.normal(size=shape) for shape in ((2, 3, 4), (3, 4, 2))]
    task = pack() | {
        "cases": [{"facet": "values", "name": "", "atol": 1e-4, "observe": ["result"]} for _ in right],
        "expected": [answer(Y) for Y in right],
        "misconceptions": [
            {"name": "stacked_on_middle_axis", "hint": "", "answers": [answer(Y.swapaxes(0, 1)) for Y in right]}
        ],
    }
    assert explain([answer(Y.swapaxes(1, 2)) for Y in right], task, [0, 1]) == []
    reversed_and_stacked = [answer(Y.swapaxes(0, 1)[::-1]) for Y in right]
    assert len(explain(reversed_and_stacked, task, [0, 1])) == 2


def test_one_case_is_not_enough():
    task = pack(**MIXED)
    answers = [answer(abs(Y**2 - 1)) for Y in RIGHT]
    assert explain(answers, task, [0]) == []


def test_a_mistake_that_would_refuse_nothing_is_not_one_of_two_where_something_is_refused():
    task = pack([(("squared", "shifted"), both)], **MIXED)
    refusal = {"raised": {"type": "ValueError", "bases": [], "text": "", "line": "", "refused": True}}
    task["cases"].append({"facet": "unfitting", "name": "", "atol": 1e-4, "observe": []})
    task["expected"].append(refusal)
    for mistake, predicted in zip(task["misconceptions"], (None, {}), strict=True):
        mistake["answers"].append(predicted)
    answers = [answer(both(Y)) for Y in RIGHT]
    wrong = range(len(RIGHT))
    assert explain([*answers, refusal], task, wrong) == []
    assert len(explain([*answers, {}], task, wrong)) == 2
