"""Task `same_result`: pairs of results that differ by rounding only, pairs that differ by more, and wrong ways to tell.

Right pairs are one sum added up in two orders in float32.  They differ by less than a millionth of the largest number;
wrong pairs differ by at least 5 thousandths of it, so that any sensible tolerance between tells them apart.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from grader.tasks.model import Case, Facet, Misconception, Task


def same_result(Y1: torch.Tensor, Y2: torch.Tensor) -> bool:
    """The reference: same shape, and no difference above a hundred-thousandth of the largest magnitude.

    >>> same_result(torch.tensor([3.0, 0.0]), torch.tensor([3.0, 1e-7]))
    True
    """
    if Y1.shape != Y2.shape:
        return False
    largest = torch.cat([Y1.flatten(), Y2.flatten()]).abs().max()
    return bool((Y1 - Y2).abs().max() <= 1e-5 * largest)  # NaN compares false


TERMS = 12  # products behind each number, as in a layer with 3 channels and 2x2 kernels


def two_orders(
    rng: np.random.Generator, shape: tuple[int, ...], *, large: bool = False, vanishing: bool = False
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return one sum of float32 terms, added from the first to the last and from the last to the first.

    `large` makes numbers of some ten thousands; `vanishing` an entry that would be 0 but for rounding.
    """
    for _ in range(1000):
        terms = rng.uniform(1e3, 8e3, (TERMS, *shape)) if large else 0.3 * rng.normal(0.3, 1.0, (TERMS, *shape))
        terms = terms.astype(np.float32)
        if vanishing:
            place: Any = (1,) * len(shape)
            terms[-1][place] = -terms[(slice(None, -1), *place)].astype(np.float64).sum()
        sums = [_added(order) for order in (terms, terms[::-1])]
        apart = np.abs(sums[0] - sums[1]).astype(np.float64)
        fits = 0 < apart.max() <= 6e-7 * np.abs(sums[0]).max() and (large or apart.max() <= 9e-7)
        if fits and (not vanishing or apart[place] > 1e-7):
            return tuple(torch.from_numpy(s) for s in sums)  # type: ignore[return-value]  # there are two
    raise RuntimeError("no pair of sums differs by rounding as it should")


def _added(terms: np.ndarray) -> np.ndarray:
    total = np.zeros_like(terms[0])
    for term in terms:
        total = total + term
    return total


def _off(Y: torch.Tensor, shares: dict[tuple[int, ...], float]) -> torch.Tensor:
    """Return a copy in which the number at each place is off by its share of the largest magnitude of `Y`."""
    wrong = Y.clone()
    for place, share in shares.items():
        wrong[place] += share * float(Y.abs().max())
    return wrong


def _with_nan(Y: torch.Tensor, place: tuple[int, ...]) -> torch.Tensor:
    wrong = Y.clone()
    wrong[place] = float("nan")
    return wrong


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    """Cases by facet.  Every facet holds right and wrong pairs, so that no constant answer passes one."""
    size = (2, 3, 4) if public else (3, 6, 7)
    pairs: list[tuple[str, str, torch.Tensor, torch.Tensor]]
    first, last = (0, 0, 0), (-1, -1, -1)
    few = two_orders(rng, (1, 2, 2))
    some = two_orders(rng, (2, 3, 3))
    many = two_orders(rng, size, vanishing=True)
    large = two_orders(rng, size, large=True)
    same_channels = some[0][:1].repeat(2, 1, 1)
    same_columns = some[0][:, :, :1].repeat(1, 1, 3)
    pairs = [
        ("rounding", "a few numbers, added up in two orders", *few),
        ("rounding", "many numbers, added up in two orders; one would be 0 but for rounding", *many),
        ("rounding", "one number of many is off by a hundredth", many[0], _off(many[1], {last: 0.01})),
        ("rounding", "two channels swapped", some[0], some[1].flip(0)),
        ("rounding", "the same numbers", some[0], some[0].clone()),
        ("large", "numbers of some ten thousands, added up in two orders", *large),
        ("large", "one number of many is off by a hundredth", large[0], _off(large[1], {last: -0.01})),
        ("large", "every number is off by a fiftieth", large[0], 1.02 * large[1]),
        ("signs", "a few numbers, added up in two orders", *two_orders(rng, (1, 2, 2))),
        ("signs", "negative numbers only, added up in two orders", some[0] - 8, some[1] - 8),
        ("signs", "one number inside the first channel is larger", some[0], _off(some[1], {(0, 1, 1): 0.2})),
        ("signs", "one number inside the last channel is smaller", some[0], _off(some[1], {(1, 1, 1): -0.2})),
        ("signs", "every number of Y2 is larger", some[0], some[1] + 0.5),
        ("signs", "every number of Y2 is smaller", some[0], some[1] - 0.5),
        (
            "signs",
            "one number is too large, another too small by as much",
            some[0],
            _off(some[1], {first: 0.1, last: -0.1}),
        ),
        ("shape", "a few numbers, added up in two orders", *two_orders(rng, (1, 2, 2))),
        ("shape", "two equal channels and one channel", same_channels, same_channels[:1]),
        ("nan", "a few numbers, added up in two orders", *two_orders(rng, (1, 2, 2))),
        ("nan", "one number of Y1 is NaN", _with_nan(some[0], last), some[1]),
        ("nan", "one number of Y2 is NaN", some[0], _with_nan(some[1], first)),
    ]
    if not public:
        Y, far = two_orders(rng, (2, 4, 3))
        # where a mean would hide it; halves, because they are short to write down
        halves = torch.from_numpy(rng.integers(-9, 10, (4, 50, 50))).float() / 2
        pairs += [
            ("rounding", "other numbers, added up in two orders", *two_orders(rng, (4, 5, 5))),
            ("rounding", "the first number is off", many[0], _off(many[1], {first: -0.005})),
            ("rounding", "columns in reverse order", many[0], many[1].flip(2)),
            ("large", "the first number is off", large[0], _off(large[1], {first: 0.005})),
            ("signs", "the opposite sign", Y, -far),
            ("signs", "all zeros instead", Y, torch.zeros_like(Y)),
            ("signs", "zeros against numbers", torch.zeros_like(Y), Y),
            ("signs", "larger by a factor", Y, 1.05 * far),
            ("signs", "one number of Y2 is smaller", Y, _off(far, {(1, 2, 1): -0.2})),
            ("signs", "one number of Y2 is larger", Y, _off(far, {(0, 3, 1): 0.2})),
            ("rounding", "one number of ten thousand is off by half a hundredth", halves, _off(halves, {last: 0.005})),
            ("shape", "one column and equal columns", same_columns[:, :, :1], same_columns),
            ("shape", "an axis more", Y, far[None]),
            ("nan", "the same number is NaN in both", _with_nan(Y, last), _with_nan(far, last)),
        ]
    return [Case(facet, name, (Y1, Y2), atol=1e-6) for facet, name, Y1, Y2 in pairs]


FACETS = (
    Facet("rounding", 0.25, "rounding is accepted, also where a number should be 0; one wrong number is not"),
    Facet("large", 0.25, "the same for numbers of some ten thousands"),
    Facet("signs", 0.25, "differences of either sign, also where they cancel"),
    Facet("shape", 0.125, "another shape is not the same, even if it could be stretched to fit"),
    Facet("nan", 0.125, "a result with a NaN is not the same as any"),
)


def _close(difference: torch.Tensor, Y1: torch.Tensor, Y2: torch.Tensor) -> bool:
    """Is the largest number of `difference` within a hundred-thousandth of the largest magnitude?"""
    return bool(difference.max() <= 1e-5 * torch.maximum(Y1.abs().max(), Y2.abs().max()))


def _sorted(Y: torch.Tensor) -> torch.Tensor:
    return Y.flatten().sort().values


def _unless_shapes_differ(wrong: Callable[..., object]) -> Callable[..., object]:
    return lambda Y1, Y2: False if Y1.shape != Y2.shape else wrong(Y1, Y2)


MISTAKES = (
    Misconception(
        "sum_of_differences",
        lambda Y1, Y2: bool((Y1 - Y2).abs().sum() < 1e-6),
        "The differences are added up, so the more numbers there are, the more right results are rejected. Look at the "
        "largest difference, measured against the largest number.",
    ),
    Misconception(
        "sum_of_differences_and_shape",
        _unless_shapes_differ(lambda Y1, Y2: bool((Y1 - Y2).abs().sum() < 1e-6)),
        "The differences are added up, so the more numbers there are, the more right results are rejected. Look at the "
        "largest difference, measured against the largest number.",
    ),
    Misconception(
        "bit_by_bit",
        lambda Y1, Y2: torch.equal(Y1, Y2),
        "Every bit has to agree (`==` or `torch.equal`). Another order of adding changes the last bits of right results.",
    ),
    Misconception(
        "fixed_tolerance",
        _unless_shapes_differ(lambda Y1, Y2: bool((Y1 - Y2).abs().max() < 1e-5)),
        "The tolerance is a fixed number. Rounding grows with the numbers: measure it against the largest one.",
    ),
    Misconception(
        "fixed_tolerance_no_shape",
        lambda Y1, Y2: bool((Y1 - Y2).abs().max() < 1e-5),
        "The tolerance is a fixed number, though rounding grows with the numbers; and the shapes are never compared.",
    ),
    Misconception(
        "relative_to_each_number",
        _unless_shapes_differ(lambda Y1, Y2: torch.allclose(Y1, Y2)),
        "Differences are measured against small numbers: each against its own, as `torch.allclose` does unless told "
        "otherwise, or all against the smallest. Where a result should be 0, that allows no rounding at all: give "
        "`atol`, or measure against the largest number.",
    ),
    Misconception(
        "relative_to_each_number_no_shape",
        lambda Y1, Y2: torch.allclose(Y1, Y2),
        "`torch.allclose` measures each difference against its own number, so give `atol` for results that should be 0; "
        "and it stretches shapes to fit (broadcasting), so compare the shapes yourself.",
    ),
    Misconception(
        "no_absolute_value",
        _unless_shapes_differ(lambda Y1, Y2: _close(Y1 - Y2, Y1, Y2)),
        "The sign is missing: where Y1 is far below Y2 the difference is negative, and so below any tolerance. Take `abs` "
        "before the maximum.",
    ),
    Misconception(
        "no_absolute_value_other_way",
        _unless_shapes_differ(lambda Y1, Y2: _close(Y2 - Y1, Y1, Y2)),
        "The sign is missing: where Y2 is far below Y1 the difference is negative, and so below any tolerance. Take `abs` "
        "before the maximum.",
    ),
    Misconception(
        "largest_with_its_sign",
        _unless_shapes_differ(lambda Y1, Y2: bool((Y1 - Y2).abs().max() <= 1e-5 * torch.maximum(Y1.max(), Y2.max()))),
        "The limit is measured against the largest number with its sign, so where all are negative it is negative, too, and "
        "nothing is below it. Take `abs` there as well.",
        about=("signs",),
    ),
    Misconception(
        "absolute_value_after_the_sum",
        _unless_shapes_differ(lambda Y1, Y2: _close((Y1 - Y2).sum().abs() / Y1.numel(), Y1, Y2)),
        "The differences are added up before `abs`, so one too large and one too small cancel.",
    ),
    Misconception(
        "sum_with_signs",
        _unless_shapes_differ(
            lambda Y1, Y2: bool((Y1 - Y2).sum() <= 1e-5 * torch.maximum(Y1.abs().max(), Y2.abs().max()))
        ),
        "The differences are added up with their signs, so they cancel, and a negative sum is below any tolerance. Take `abs` "
        "first, and the maximum.",
    ),
    Misconception(
        "signs_ignored",
        _unless_shapes_differ(lambda Y1, Y2: _close((Y1.abs() - Y2.abs()).abs(), Y1, Y2)),
        "`abs` is taken of the results instead of their difference, so 3 and −3 count as the same.",
    ),
    Misconception(
        "any_instead_of_all",
        _unless_shapes_differ(lambda Y1, Y2: bool(torch.isclose(Y1, Y2, atol=1e-5).any())),
        "One matching number is enough for it. All of them have to match.",
    ),
    Misconception(
        "any_close_number",
        _unless_shapes_differ(lambda Y1, Y2: bool(((Y1 - Y2).abs() <= 1e-4 * Y1.abs().max()).any())),
        "One matching number is enough for it. All of them have to match.",
    ),
    Misconception(
        "first_number_only",
        _unless_shapes_differ(lambda Y1, Y2: _close((Y1 - Y2).flatten()[:1].abs(), Y1, Y2)),
        "Only the first number is compared.",
    ),
    Misconception(
        "last_number_only",
        _unless_shapes_differ(lambda Y1, Y2: _close((Y1 - Y2).flatten()[-1:].abs(), Y1, Y2)),
        "Only the last number is compared.",
    ),
    Misconception(
        "first_channel_only",
        _unless_shapes_differ(lambda Y1, Y2: _close((Y1[0] - Y2[0]).abs(), Y1, Y2)),
        "Only the first channel is compared.",
    ),
    Misconception(
        "same_numbers_in_any_order",
        _unless_shapes_differ(lambda Y1, Y2: _close((_sorted(Y1) - _sorted(Y2)).abs(), Y1, Y2)),
        "The numbers are compared in sorted order, so that swapped channels go unnoticed. Compare place by place.",
    ),
    Misconception(
        "largest_numbers_only",
        _unless_shapes_differ(lambda Y1, Y2: _close((Y1.max() - Y2.max()).abs(), Y1, Y2)),
        "Only the two largest numbers are compared. Subtract first, then look for the largest difference.",
    ),
    Misconception(
        "mean_difference",
        _unless_shapes_differ(lambda Y1, Y2: bool((Y1 - Y2).abs().mean() <= 1e-3 * Y1.abs().max())),
        "The mean difference hides one wrong number among many right ones. Look at the largest difference.",
    ),
    Misconception(
        "tolerance_too_large",
        _unless_shapes_differ(lambda Y1, Y2: bool((Y1 - Y2).abs().max() <= 0.03 * Y1.abs().max())),
        "The tolerance is so large that a wrong number passes. Rounding is a millionth of the largest number, or less.",
    ),
    Misconception(
        "up_to_a_factor",
        _unless_shapes_differ(lambda Y1, Y2: _close((Y1 / Y1.norm() - Y2 / Y2.norm()).abs(), Y1, Y2)),
        "Each result is divided by its own size before they are compared, so that twice the right numbers pass.",
    ),
    Misconception(
        "shape_ignored",
        lambda Y1, Y2: _close((Y1 - Y2).abs(), Y1, Y2),
        "The shapes are never compared, and subtracting stretches a smaller result to fit the larger one (broadcasting).",
    ),
    Misconception(
        "numbers_of_elements_compared",
        lambda Y1, Y2: Y1.numel() == Y2.numel() and _close((Y1.flatten() - Y2.flatten()).abs(), Y1, Y2),
        "The numbers of elements are compared, not the shapes: as many numbers may stand in another shape.",
    ),
    Misconception(
        "nan_accepted",
        _unless_shapes_differ(
            lambda Y1, Y2: not bool(((Y1 - Y2).abs() > 1e-5 * torch.nan_to_num(Y1).abs().max()).any())
        ),
        "Asking whether any difference is too large lets NaN pass, because NaN > x is False. Ask whether all are small "
        "enough.",
    ),
    Misconception(
        "nan_equals_nan",
        _unless_shapes_differ(
            lambda Y1, Y2: torch.allclose(Y1, Y2, atol=1e-5 * float(torch.nan_to_num(Y1).abs().max()), equal_nan=True)
        ),
        "NaN in both counts as the same (`equal_nan`). Two results that both went wrong are not right.",
    ),
    Misconception(
        "shape_and_nan_ignored",
        lambda Y1, Y2: not bool(((Y1 - Y2).abs() > 1e-5 * torch.nan_to_num(Y1).abs().max()).any()),
        "Shapes are never compared, so broadcasting stretches one result to fit the other; and NaN passes: NaN > x is "
        "False, and `equal_nan` takes two of them for equal.",
    ),
    Misconception(
        "shapes_only",
        lambda Y1, Y2: Y1.shape == Y2.shape,
        "Only the shapes are compared. The numbers have to match too.",
    ),
    Misconception(
        "elementwise",
        _unless_shapes_differ(lambda Y1, Y2: torch.isclose(Y1, Y2, atol=1e-5)),
        "This answers for each number separately. One answer is asked for: add `.all()`.",
    ),
    Misconception("always_true", lambda Y1, Y2: True, "This is True for any two results."),
    Misconception("always_false", lambda Y1, Y2: False, "This is False for any two results, right ones too."),
    Misconception(
        "turned_round",
        lambda Y1, Y2: not same_result(Y1, Y2),
        "True and False are swapped: True means that the results are the same.",
    ),
    Misconception(
        "the_difference_itself",
        _unless_shapes_differ(lambda Y1, Y2: (Y1 - Y2).abs().max()),
        "This is the largest difference, not yet an answer. Compare it with a tolerance, and return True or False.",
    ),
)


TASK = Task("same_result", "code", 2, "5.5", facets=FACETS, reference=same_result, cases=cases, misconceptions=MISTAKES)
