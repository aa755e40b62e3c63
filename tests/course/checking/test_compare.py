"""Does `compare` reject what looks right, and accept only what is right?"""

import numpy as np
import pytest
import torch

from course.checking.compare import compare_answers, compare_arrays, compare_scalars, fair_tolerance
from course.checking.measure import describe

EXPECTED = torch.tensor([[1.0, 0.0, -2.0], [3.0, 0.0, 4.0]])


class AlwaysEqual(torch.Tensor):
    """Claims to equal anything."""

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return True


@pytest.mark.parametrize(
    "case, actual, reason",
    [
        ("exact", EXPECTED, ""),
        ("rounded as float32 rounds", EXPECTED + 1e-6, ""),
        ("another float type", EXPECTED.double(), ""),
        ("a parameter", torch.nn.Parameter(EXPECTED), ""),
        ("a NumPy array", EXPECTED.numpy(), ""),
        ("not contiguous", EXPECTED.T.contiguous().T, ""),
        ("sparse", EXPECTED.to_sparse(), ""),
        ("one value right, the rest wrong", torch.where(EXPECTED == 0, 0.0, 9.0), "4 of 6 values differ"),
        ("one value wrong", EXPECTED + torch.tensor([[0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]), "1 of 6 values differs"),
        ("broadcastable shape", EXPECTED[None], "returned shape (1, 2, 3), expected (2, 3)"),
        ("transposed", EXPECTED.T, "returned shape (3, 2), expected (2, 3)"),
        ("NaN", EXPECTED / 0 * 0, "6 of 6 values are NaN (not a number)"),
        ("claims to equal anything", EXPECTED.as_subclass(AlwaysEqual) + 0, "returned a bool, expected a tensor"),
        ("subclass with wrong numbers", (EXPECTED + 5).as_subclass(AlwaysEqual), "6 of 6 values differ"),
        ("nothing", None, "returned None: is there a `return`?"),
        ("a list", EXPECTED.tolist(), "returned a list of shape (2, 3), expected a tensor"),
        ("an FFT that was left complex", EXPECTED + 0j, "returned complex numbers: take the real part"),
        ("far too much", torch.zeros(1000, 1000), "returned a tensor of 1000000 numbers, expected a tensor"),
    ],
)
def test_verdict_on_a_tensor(case, actual, reason):
    verdict = compare_arrays(describe(actual), describe(EXPECTED), atol=1e-5)
    assert (verdict.passed, verdict.reason) == (reason == "", reason), case


@pytest.mark.parametrize(
    "actual, expected, passed",
    [
        (3, 3, True),
        (3.0, 3, False),
        (True, 1, False),
        (1, True, False),
        ("a", "a", True),
        ("a", "b", False),
        (2.5, 2.5, True),
    ],
)
def test_verdict_on_a_scalar(actual, expected, passed):
    assert compare_scalars(actual, expected, 1e-9).passed == passed


@pytest.mark.parametrize("dtype, fair", [(torch.float32, True), (torch.float64, True), (torch.bfloat16, False)])
def test_tolerance_tells_rounding_from_half_precision(dtype, fair):
    """Against float64, over 50 random images: the tolerance of docs and design, 8 eps ||X|| ||K||."""
    generator = torch.Generator().manual_seed(7)
    for _ in range(50):
        X, K = (torch.randn(n, n, generator=generator, dtype=torch.float64) for n in (9, 3))
        exact = torch.nn.functional.conv2d(X[None, None], K[None, None])
        rounded = torch.nn.functional.conv2d(X[None, None].to(dtype), K[None, None].to(dtype))
        error = (rounded.double() - exact).abs().max().item()
        assert (error <= fair_tolerance(X.numpy(), K.numpy())) == fair


RAISED = {"raised": {"type": "ValueError", "bases": ["ValueError", "Exception"], "text": "", "line": ""}}


@pytest.mark.parametrize(
    "answer, passed",
    [
        (RAISED, True),
        ({"raised": {"type": "ShapeError", "bases": ["ShapeError", "ValueError"], "text": "", "line": ""}}, True),
        ({"raised": {"type": "IndexError", "bases": ["IndexError", "LookupError"], "text": "", "line": ""}}, False),
        ({"result": describe(EXPECTED)}, False),
    ],
)
def test_only_the_expected_exception_or_one_derived_from_it_is_right(answer, passed):
    assert compare_answers(answer, RAISED, {"atol": 0.0}).passed == passed


def test_an_infinite_answer_is_not_close_to_everything():
    infinite = describe(torch.full((2, 3), np.inf))
    assert not compare_arrays(infinite, describe(EXPECTED), atol=1e-5).passed
