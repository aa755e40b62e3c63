"""Is what is said of wrong results together true of them, and nothing said where it is not?"""

import numpy as np
import pytest

from course.checking.compare import Verdict
from course.checking.plain import from_lists
from course.checking.relations import AFTER_A_MISTAKE, RELATIONS, holds_for, relation

RNG = np.random.default_rng(0)
RIGHT = [RNG.normal(size=shape) * 3 for shape in ((4, 5), (3, 3))]
MAPS = [RNG.normal(size=shape) for shape in ((3, 4, 5), (2, 3, 3))]


def framed(array):
    return np.pad(array, 1)


def last_row_zero(array):
    return np.vstack([array[:-1], np.zeros_like(array[-1:])])


def found(right, made):
    """Return the name of what is said of results `made` from the right ones, or None."""
    pack = {
        "cases": [{"atol": 1e-4}] * len(right),
        "expected": [{"result": from_lists(array.tolist())} for array in right],
    }
    answers = [{"result": from_lists(np.asarray(result).tolist())} for result in made]
    slip = relation(pack, answers, [Verdict(False)] * len(right))
    return slip and slip.name


ROWS = {
    "minus signs turned": (RIGHT, lambda Y: -Y, "signs_turned"),
    "minus signs lost": (RIGHT, abs, "signs_lost"),
    "a ReLU": (RIGHT, lambda Y: np.maximum(Y, 0), "negative_cut_off"),
    "cut to whole numbers": (RIGHT, np.trunc, "whole_numbers"),
    "rounded to whole numbers": (RIGHT, np.round, "whole_numbers"),
    "rows and columns swapped": (RIGHT, np.transpose, "transposed_result"),
    "turned by 180 degrees": (RIGHT, lambda Y: Y[::-1, ::-1], "reversed_result"),
    "rows from the last to the first": (RIGHT, lambda Y: Y[::-1], "reversed_result"),
    "the last row never computed": (RIGHT, last_row_zero, "last_row_zero"),
    "the last row cut off": (RIGHT, lambda Y: Y[:-1], "result_cut_off"),
    "a frame around it": (RIGHT, framed, "result_too_large"),
    "a total that starts once a row": (RIGHT, lambda Y: np.cumsum(Y, 1), "running_total"),
    "a total that starts once": (RIGHT, lambda Y: np.cumsum(Y).reshape(Y.shape), "running_total"),
    "the first window's number everywhere": (RIGHT, lambda Y: np.full_like(Y, Y[0, 0]), "window_stands_still"),
    "channels left out": (MAPS, lambda Y: Y[:1], "channels_cut_off"),
    "rows of every channel left out": (MAPS, lambda Y: Y[:, :-1], "result_cut_off"),
    "channels and rows left out": (MAPS, lambda Y: Y[:1, :-1], None),
    "nothing at all": (RIGHT, lambda Y: Y[:0], None),
    "every second row": (RIGHT, lambda Y: Y[::2], "places_skipped"),
    "flat": (RIGHT, np.ravel, "another_shape"),
    "sorted": (RIGHT, lambda Y: np.sort(Y.ravel()).reshape(Y.shape), "another_order"),
    "channels behind": (MAPS, lambda Y: Y.transpose(1, 2, 0), "axes_in_another_order"),
    "channels from the last to the first": (MAPS, lambda Y: Y[::-1], "first_axis_reversed"),
    "one too large everywhere": (RIGHT, lambda Y: Y + 1, "off_by_a_constant"),
    "twice as much": (RIGHT, lambda Y: 2 * Y, "off_by_a_factor"),
    "another factor for each": (RIGHT, lambda Y: Y / Y.size, "off_by_a_factor"),
    "the same for every input": (RIGHT, lambda Y: np.ones((2, 2)), "same_for_every_input"),
    "numbers that should be alike": ([np.ones((3, 3)) / 9], lambda Y: Y * [[1, 2, 1]], "numbers_not_alike"),
    "nothing that these words say": (RIGHT, np.sin, None),
}


@pytest.mark.parametrize("row", ROWS)
def test_one_relation_is_said(row):
    right, change, name = ROWS[row]
    assert found(right, [change(array) for array in right]) == name


def test_a_relation_has_to_hold_in_every_wrong_case():
    assert found(RIGHT, [-RIGHT[0], abs(RIGHT[1])]) is None


def test_every_relation_has_a_row():
    named = {name for _, _, name in ROWS.values()}
    assert {name for name, _, _ in RELATIONS} - named == {"last_column_zero", "first_row_only"}


@pytest.mark.parametrize("name", sorted({name for name, _, _ in AFTER_A_MISTAKE}))
def test_nothing_is_said_beside_a_mistake_that_numbers_at_random_would_show(name):
    pairs = [(RNG.normal(size=Y.shape), Y, 1e-4) for Y in RIGHT]
    assert not any(holds_for(holds, pairs) for known, _, holds in AFTER_A_MISTAKE if known == name)
