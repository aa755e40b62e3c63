"""Does `measure` report what an object does, whatever it does, and leave no trace?"""

import contextlib
import random
import time

import numpy as np
import pytest
import torch

from course.checking.measure import build, describe, measure

X = {"tensor": {"dtype": "float32", "shape": [2, 2], "data": [1.0, 2.0, 3.0, 4.0]}}


def case(*observe, **more):
    return {"how": "call", "args": [X | more], "observe": list(observe), "cotangent": X}


def test_an_answer_is_plain_data():
    assert measure(lambda x: x + 1, case("result"))["result"]["tensor"]["data"] == [2.0, 3.0, 4.0, 5.0]


def test_a_changed_input_is_seen():
    assert measure(lambda x: x.mul_(2), case("inputs"))["inputs"][0]["tensor"]["data"] == [2.0, 4.0, 6.0, 8.0]


@pytest.mark.parametrize("layout", ["cropped", "transposed"])
def test_layouts_are_not_contiguous_and_hold_the_same_numbers(layout):
    tensor = build(X | {"layout": layout})
    assert not tensor.is_contiguous()
    assert tensor.tolist() == [[1.0, 2.0], [3.0, 4.0]]


def test_gradient_matches_autograd():
    answer = measure(lambda x: x**2, case("result", "gradients", grad=True))
    assert answer["gradients"][0]["tensor"]["data"] == [2.0, 8.0, 18.0, 32.0]  # 2 x, weighted by the cotangent x


def test_a_cut_gradient_is_an_answer_too():
    answer = measure(lambda x: x.detach() * 2, case("result", "gradients", grad=True))
    assert answer["gradients"] == {"cut": True}


def _exits(x):
    raise SystemExit


def _loops(x):
    while True:
        with contextlib.suppress(Exception):
            time.sleep(0.01)


def _divides(x):
    return 1 / 0


@pytest.mark.parametrize(
    "function, kind", [(_divides, "ZeroDivisionError"), (_exits, "SystemExit"), (_loops, "OutOfTime")]
)
def test_what_goes_wrong_comes_back_as_data(function, kind):
    assert measure(function, case("result"), seconds=0.3)["raised"]["type"] == kind


def test_the_line_of_the_mistake_is_the_students_own():
    assert measure(_divides, case("result"))["raised"]["line"] == "return 1 / 0"


def _sizes_by_slash(x):
    half = x.shape[0] / 2
    return sum(x[:half] for _ in range(2))


def test_a_line_inside_a_comprehension_is_seen_with_its_function():
    raised = measure(_sizes_by_slash, case("result"))["raised"]
    assert "half = x.shape[0] / 2" in raised["code"]


def test_an_accumulator_that_was_never_zeroed_is_nan_every_time():
    answer = measure(lambda x: torch.empty(2, 2), case("result"))
    assert all(np.isnan(answer["result"]["tensor"]["data"]))


def test_random_numbers_and_modes_are_left_alone():
    torch.manual_seed(3), np.random.seed(3), random.seed(3)
    before = torch.rand(1), np.random.rand(), random.random()
    torch.manual_seed(3), np.random.seed(3), random.seed(3)
    measure(lambda x: torch.rand(5) + np.random.rand() + random.random(), case("result"))
    assert (torch.rand(1), np.random.rand(), random.random()) == before
    assert not torch.are_deterministic_algorithms_enabled()


@pytest.mark.parametrize(
    "value, plain",
    [
        (np.float32(2), {"ndarray": {"dtype": "float32", "shape": [], "data": [2.0]}}),
        ((1, [2, None]), {"tuple": [1, {"list": [2, None]}]}),
        ({"a": ...}, {"dict": [["a", {"other": "..."}]]}),
        (10**30, {"too_large": "an integer of 100 bits"}),
        (torch.zeros(1).expand(10**9), {"too_large": "a tensor of 1000000000 numbers"}),
        (object, {"other": "type"}),
    ],
)
def test_describe(value, plain):
    assert describe(value) == plain


def _works(x):
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        pass
    return x


@pytest.mark.parametrize(
    "own, patience, in_time",
    [(0, 1, False), (0, 2, False), (0, 9, True), (1, 9, False)],
    ids=["no patience", "too little", "the machine is busy", "it has had its time"],
)
def test_who_hardly_runs_gets_longer(own, patience, in_time, monkeypatch):
    spent = iter(range(0, 100 * own + 1, own) if own else iter(int, 1))
    monkeypatch.setattr(time, "process_time", lambda: next(spent))
    answer = measure(_works, case("result"), 0.1, patience)
    assert ("result" in answer) == in_time
    assert in_time or answer["raised"]["type"] == "OutOfTime"
