"""Task `output_size`: how many places a window has along one axis, and the bank of wrong formulas."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader.tasks.model import Case, Facet, Misconception, Task


def output_size(input_size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """Count the places where the window can start, one by one.

    >>> output_size(8, 5, stride=4, padding=1)            # places 0 and 4 of a padded row of 10
    2
    """
    room = input_size + 2 * padding
    span = dilation * (kernel_size - 1) + 1  # what the window covers, its holes included
    places = [start for start in range(0, room, stride) if start + span <= room]
    if not places:
        raise ValueError(f"a window that covers {span} does not fit in {room}")
    return len(places)


LEFT_OVER = {"none": lambda share: share == 0, "some": lambda share: share > 0, "most": lambda share: share > 0.5}


def _draw(
    rng: np.random.Generator,
    *,
    strides: tuple[int, int] = (1, 6),
    paddings: tuple[int, int] = (0, 1),
    dilations: tuple[int, int] = (1, 2),
    left: str | None = None,
    spare: int | None = None,
    needs_padding: bool | None = None,
) -> tuple[int, int, int, int, int]:
    """Return (n, k, s, p, d) drawn from ranges: a window that fits, unless `spare` is negative.

    `left` asks how many pixels the stride leaves over: "none", "some", or "most" of a step, so that rounding to the
    nearest goes up; `spare` for so many places more than one; `needs_padding` for a window that fits only into the
    padded row, or for one that would fit without.
    """
    while True:
        k, s, p, d = (int(rng.integers(*limits)) for limits in ((2, 7), strides, paddings, dilations))
        free = int(rng.integers(1, 25)) if spare is None else spare
        n = free + d * (k - 1) + 1 - 2 * p
        if n < 1 or (left and not LEFT_OVER[left](free % s / s)):
            continue
        if needs_padding is None or needs_padding == (n < d * (k - 1) + 1):
            return n, k, s, p, d


def _drawn_sizes(rng: np.random.Generator) -> dict[str, list[tuple[int, int, int, int, int]]]:
    """Return {facet: [(n, k, s, p, d)]}, so chosen that a mistake loses the same facets on nearly every draw.

    Strides leave pixels over in "stride" and "refused" alone, so that to forget the floor costs nothing in the others.
    """
    lefts = ("most", "some", "none", "none")
    gaps: dict[str, Any] = {"dilations": (2, 5), "needs_padding": False}
    refused = [_draw(rng, paddings=(0, 4), dilations=(1, 3), spare=-int(rng.integers(1, 4))) for _ in range(6)]
    refused += [
        _draw(rng, paddings=paddings, dilations=(1, 3), spare=0) for paddings in ((0, 1), (0, 1), (1, 4), (1, 4))
    ]
    refused += [_draw(rng, paddings=(1, 4), spare=2, strides=(2, 3)), _draw(rng, strides=(3, 6), left="most")]
    # refused for its gaps only, and for want of padding on the other side only; its gaps leave it just enough room
    refused += [(9, 4, 1, 1, 4), (3, 6, 2, 1, 1), (10, 4, 1, 0, 3)]
    return {
        "stride": [_draw(rng, strides=(2, 6), left=left) for left in lefts]
        + [
            _draw(rng, strides=(1, 2)),
            (2 * int(rng.integers(3, 7)) + 1, 1, 2, 0, 1),
        ],  # one pixel wide: the last counts
        "padding": [_draw(rng, strides=(2, 5), paddings=(1, 5), left="none") for _ in range(4)]
        + [_draw(rng, strides=(1, 2), paddings=(1, 5), needs_padding=True)]
        # called by place: a padding that is the stride, too, would not show which comes first
        + [_draw(rng, strides=(1, 2), paddings=(2, 5), needs_padding=False)],
        "dilation": [_draw(rng, strides=(1, 4), paddings=(0, 3), left="none", **gaps) for _ in range(2)]
        + [_draw(rng, strides=(2, 4), paddings=(1, 3), left="none", **gaps) for _ in range(3)]
        + [_draw(rng, strides=(1, 2), paddings=(1, 2), **gaps)],
        "whole": [_draw(rng, strides=(2, 6), paddings=(1, 5), left="none", needs_padding=False) for _ in range(4)],
        "refused": [refused[i] for i in rng.permutation(len(refused))],
    }


def _looked_at(facet: str, n: int, k: int, settings: Sequence[int]) -> tuple[str, ...]:
    """Return what a facet looks at: what it announces and nothing else."""
    _, p, d = settings
    fits = n + 2 * p >= d * (k - 1) + 1
    return {"whole": ("kind",), "refused": () if fits else ("result",)}.get(facet, ("result",))


READABLE_SIZES = {
    "stride": [(7, 3, 1, 0, 1), (7, 3, 2, 0, 1), (8, 3, 3, 0, 1), (8, 3, 4, 0, 1)],
    "padding": [(7, 3, 1, 1, 1), (7, 5, 4, 1, 1), (8, 4, 4, 2, 1)],
    "dilation": [(9, 3, 1, 0, 2), (9, 2, 1, 0, 3), (11, 3, 2, 1, 3)],
    "whole": [(11, 4, 3, 1, 1), (9, 3, 2, 1, 1)],
    "refused": [(4, 5, 1, 0, 1), (3, 5, 4, 1, 1), (3, 4, 1, 1, 1), (6, 3, 1, 0, 3), (2, 7, 1, 1, 1)],
}


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    cases = []
    for facet, sizes in (READABLE_SIZES if public else _drawn_sizes(rng)).items():
        for n, k, *settings in sizes:
            names = ("stride", "padding", "dilation")
            kwargs = {
                name: number for name, number, usual in zip(names, settings, (1, 0, 1), strict=True) if number != usual
            }
            # by name as a rule; once in each of these facets by place, which the signature fixes too
            by_place = settings if facet in ("padding", "dilation") and settings == list(sizes[-1][2:]) else ()
            kwargs = {} if by_place else kwargs
            numbers = map(str, (n, k, *by_place))
            call = ", ".join([*numbers, *(f"{name}={number}" for name, number in kwargs.items())])
            cases.append(
                Case(
                    facet,
                    f"output_size({call})",
                    (n, k, *by_place),
                    kwargs,
                    any_number=True,
                    observe=_looked_at(facet, n, k, settings),
                )
            )
    return cases


def _sized(
    formula: Callable[..., float], fits: Callable[..., bool] = lambda n, k, s, p, d: n + 2 * p >= d * (k - 1) + 1
) -> Callable[..., float]:
    """Return a wrong `output_size` from a formula in n, k, s, p, d; it refuses what `fits` denies."""

    def wrong(input_size: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> float:
        numbers = (input_size, kernel_size, stride, padding, dilation)
        if not fits(*numbers):
            raise ValueError("the kernel does not fit")
        return formula(*numbers)

    return wrong


def _right(n: int, k: int, s: int, p: int, d: int) -> int:
    return (n + 2 * p - d * (k - 1) - 1) // s + 1


PADDING_ONCE = Misconception(
    "padding_on_one_side",
    _sized(lambda n, k, s, p, d: (n + p - d * (k - 1) - 1) // s + 1),
    "The padding is counted once. It goes on both sides, so a row of n pixels grows to n + 2p. (In a book's formula p may "
    "stand for both sides together.)",
    about=("padding",),
    before=lambda n, k, stride=1, padding=0, dilation=1: (n + padding, k, stride, 0, dilation),
)


MISTAKES = (
    PADDING_ONCE,
    Misconception(
        "padding_on_one_side_throughout",
        _sized(
            lambda n, k, s, p, d: (n + p - d * (k - 1) - 1) // s + 1,
            fits=lambda n, k, s, p, d: n + p >= d * (k - 1) + 1,
        ),
        PADDING_ONCE.hint,
        about=("padding",),
    ),
    Misconception(
        "true_division",
        _sized(lambda n, k, s, p, d: (n + 2 * p - d * (k - 1) - 1) / s + 1),
        "`/` gives a fraction where the stride leaves pixels over. Half a place is no place: round down, `//`.",
        about=("stride", "whole"),
    ),
    Misconception(
        "float_result",
        _sized(lambda n, k, s, p, d: float(_right(n, k, s, p, d))),
        "The number is right, but it is a float. A size is a whole number: use `//`, or turn it into an `int`.",
    ),
    Misconception(
        "rounds_up",
        _sized(lambda n, k, s, p, d: math.ceil((n + 2 * p - d * (k - 1) - 1) / s) + 1),
        "The last, incomplete step is counted too. A window that hangs over the edge has no place: round down.",
        about=("stride",),
    ),
    Misconception(
        "rounds_to_nearest",
        _sized(lambda n, k, s, p, d: round((n + 2 * p - d * (k - 1) - 1) / s) + 1),
        "`round` goes up as well as down. A step that is not complete never counts: round down.",
        about=("stride",),
    ),
    Misconception(
        "padding_after_division",
        _sized(lambda n, k, s, p, d: (n - d * (k - 1) - 1) // s + 1 + 2 * p),
        "The padding is added after the division. It makes the input larger, so it belongs inside: n + 2p − ...",
        about=("padding",),
    ),
    Misconception(
        "dilation_ignored",
        _sized(lambda n, k, s, p, d: (n + 2 * p - k) // s + 1, fits=lambda n, k, s, p, d: n + 2 * p >= k),
        "The dilation is not used. A window of k pixels with gaps covers d(k − 1) + 1.",
        about=("dilation",),
        before=lambda n, k, stride=1, padding=0, dilation=1: (n, k, stride, padding),
    ),
    Misconception(
        "dilation_times_kernel",
        _sized(lambda n, k, s, p, d: (n + 2 * p - d * k) // s + 1, fits=lambda n, k, s, p, d: n + 2 * p >= d * k),
        "The window is taken to cover d·k pixels. There are only k − 1 gaps, so it covers d(k − 1) + 1.",
        about=("dilation",),
        before=lambda n, k, stride=1, padding=0, dilation=1: (n, k * dilation, stride, padding),
    ),
    Misconception(
        "dilation_adds_d_gaps",
        _sized(
            lambda n, k, s, p, d: (n + 2 * p - k - d * (k - 1)) // s + 1,
            fits=lambda n, k, s, p, d: n + 2 * p >= k + d * (k - 1),
        ),
        "The window spans k + d (k − 1) pixels, as if dilation 1 left a hole between neighbors. In PyTorch d is the step from "
        "one pixel of the window to the next, so it spans d (k − 1) + 1.",
        about=("dilation",),
        before=lambda n, k, stride=1, padding=0, dilation=1: (n, k + dilation * (k - 1), stride, padding),
    ),
    Misconception(
        "dilation_adds_d_gaps_above_one",
        _sized(
            lambda n, k, s, p, d: (n + 2 * p - k - (d * (k - 1) if d > 1 else 0)) // s + 1,
            fits=lambda n, k, s, p, d: n + 2 * p >= k + (d * (k - 1) if d > 1 else 0),
        ),
        "`dilation` is taken for the number of gaps between two weights. It is the step from one to the next, so there are "
        "dilation − 1 gaps.",
        about=("dilation",),
    ),
    Misconception(
        "dilation_adds_once",
        _sized(
            lambda n, k, s, p, d: (n + 2 * p - k - (d - 1)) // s + 1, fits=lambda n, k, s, p, d: n + 2 * p >= k + d - 1
        ),
        "The gap is counted once. There is one between each pair of neighbors: k − 1 gaps.",
        about=("dilation",),
    ),
    Misconception(
        "dilation_divides",
        _sized(lambda n, k, s, p, d: (n + 2 * p - k) // (s * d) + 1),
        "The dilation is used as a second stride. It spreads the window's own pixels; it does not move the window.",
        about=("dilation",),
    ),
    Misconception(
        "stride_ignored",
        _sized(lambda n, k, s, p, d: n + 2 * p - d * (k - 1)),
        "The stride is not used. With stride s only every s-th place counts.",
        about=("stride",),
        before=lambda n, k, stride=1, padding=0, dilation=1: (n, k, 1, padding, dilation),
    ),
    Misconception(
        "stride_multiplies",
        _sized(lambda n, k, s, p, d: (n + 2 * p - d * (k - 1) - 1) * s + 1),
        "The stride multiplies. A larger step makes fewer places: divide.",
        about=("stride",),
    ),
    Misconception(
        "stride_divides_all",
        _sized(lambda n, k, s, p, d: (n + 2 * p - d * (k - 1)) // s),
        "The + 1 is divided too. The first place is there before any step is made: divide first, then add 1.",
        about=("stride",),
    ),
    Misconception(
        "stride_is_a_gap",
        _sized(
            lambda n, k, s, p, d: n + 2 * p - s * d * (k - 1), fits=lambda n, k, s, p, d: n + 2 * p > s * d * (k - 1)
        ),
        "The stride spreads the window's pixels here. That is dilation; the stride is how far the window moves.",
        about=("stride",),
    ),
    Misconception(
        "no_plus_one",
        _sized(lambda n, k, s, p, d: (n + 2 * p - d * (k - 1) - 1) // s),
        "This counts the steps. There is one place more than there are steps: add 1.",
        about=("stride",),
    ),
    Misconception(
        "kernel_ignored",
        _sized(lambda n, k, s, p, d: -(-(n + 2 * p) // s)),
        "The kernel's size is not used. A window that starts at the last pixel hangs over the edge.",
        about=("stride", "dilation"),
    ),
    Misconception(
        "input_divided_by_stride",
        _sized(lambda n, k, s, p, d: n // s),
        "The input is divided by the stride. That is right only for suitable paddings and even sizes: count the places.",
    ),
    Misconception(
        "input_divided_by_stride_rounded_up",
        _sized(lambda n, k, s, p, d: -(-n // s)),
        "The input is divided by the stride. That is right only for suitable paddings and even sizes: count the places.",
    ),
    Misconception(
        "input_divided_by_kernel",
        _sized(lambda n, k, s, p, d: (n + 2 * p) // (d * (k - 1) + 1)),
        "The input is divided by the kernel, as if windows did not overlap. They move by the stride, not by their own size.",
    ),
    Misconception(
        "same_padding_assumed",
        _sized(lambda n, k, s, p, d: (n + 2 * (k // 2) - d * (k - 1) - 1) // s + 1),
        "The padding is taken to be k // 2, whatever the caller asked for.",
        about=("padding",),
    ),
    Misconception(
        "padding_ignored",
        _sized(lambda n, k, s, p, d: (n - d * (k - 1) - 1) // s + 1, fits=lambda n, k, s, p, d: n >= d * (k - 1) + 1),
        "The padding is not used. It makes the input larger, by p on each side.",
        about=("padding",),
        before=lambda n, k, stride=1, padding=0, dilation=1: (n, k, stride, 0, dilation),
    ),
    Misconception(
        "padding_subtracted",
        _sized(lambda n, k, s, p, d: (n - 2 * p - d * (k - 1) - 1) // s + 1),
        "The padding is subtracted. It makes the input larger.",
        about=("padding",),
    ),
    Misconception(
        "padding_halved",
        _sized(lambda n, k, s, p, d: (n + p // 2 * 2 - d * (k - 1) - 1) // s + 1),
        "The padding is split over the two sides. Here, as in PyTorch, p is the number on each side.",
        about=("padding",),
    ),
    Misconception(
        "stride_before_kernel",
        _sized(lambda n, k, s, p, d: (n + 2 * p) // s - d * (k - 1)),
        "The input is thinned out first, and then the kernel slides over what is left. The stride moves the window over "
        "all pixels: subtract the kernel first, then divide.",
        about=("stride",),
    ),
    Misconception(
        "refuses_without_dilation",
        _sized(_right, fits=lambda n, k, s, p, d: n + 2 * p >= k),
        "Whether the window fits is decided without its gaps: compare what it covers, d(k − 1) + 1.",
    ),
    Misconception(
        "refuses_equal_size",
        _sized(_right, fits=lambda n, k, s, p, d: n + 2 * p > d * (k - 1) + 1),
        "A window exactly as large as the padded input is refused. It fits once.",
    ),
    Misconception(
        "never_refuses",
        _sized(_right, fits=lambda *_: True),
        "A kernel that does not fit gets a number, 0 or less. Raise a ValueError instead.",
    ),
    Misconception(
        "zero_instead_of_error",
        _sized(lambda n, k, s, p, d: max(_right(n, k, s, p, d), 0), fits=lambda *_: True),
        "A kernel that does not fit gets the size 0. Raise a ValueError instead.",
    ),
    Misconception(
        "at_least_one",
        _sized(lambda n, k, s, p, d: max(_right(n, k, s, p, d), 1), fits=lambda *_: True),
        "A kernel that does not fit gets the size 1. Raise a ValueError instead.",
    ),
    Misconception(
        "refuses_without_padding",
        _sized(_right, fits=lambda n, k, s, p, d: n >= d * (k - 1) + 1),
        "A kernel larger than the input is refused, although it fits once the padding is there.",
    ),
    Misconception(
        "refuses_leftovers",
        _sized(
            _right, fits=lambda n, k, s, p, d: n + 2 * p >= d * (k - 1) + 1 and (n + 2 * p - d * (k - 1) - 1) % s == 0
        ),
        "A stride that leaves pixels over is refused. That is no error: those pixels are just not used.",
    ),
    Misconception(
        "books_formula",
        _sized(lambda n, k, s, p, d: (n - k + p + s) // s, fits=lambda *_: True),
        "This is the book's formula, whose p means both sides together: here p is the number on each side, so it counts twice. "
        "Dilation, and the error when nothing fits, are still missing.",
        about=("padding",),
    ),
    Misconception(
        "books_formula_without_floor",
        _sized(lambda n, k, s, p, d: (n - k + p + s) / s, fits=lambda *_: True),
        "This is the book's formula, without its floor, and its p means both sides together: here p counts twice, and the "
        "division rounds down, `//`.",
    ),
    Misconception(
        "true_division_throughout",
        _sized(lambda n, k, s, p, d: (n + 2 * p - k) / s + 1, fits=lambda *_: True),
        "`/` gives a fraction where the stride leaves pixels over: round down, `//`. Dilation, and the error when nothing "
        "fits, are still missing.",
    ),
    Misconception(
        "without_dilation_and_error",
        _sized(lambda n, k, s, p, d: (n + 2 * p - k) // s + 1, fits=lambda *_: True),
        "Right as far as it goes; dilation, and the error when nothing fits, are still missing.",
    ),
)


TASK = Task(
    "output_size",
    "code",
    3,
    "4.1",
    facets=(
        Facet("stride", 0.30, "strides that leave pixels over and strides that do not"),
        Facet("padding", 0.30, "padding on both sides, together with strides"),
        Facet("dilation", 0.15, "dilation"),
        Facet("whole", 0.10, "the result is an int", form=True),
        Facet(
            "refused", 0.15, "a ValueError when the window does not fit even with its padding, and only then", form=True
        ),
    ),
    reference=output_size,
    cases=cases,
    misconceptions=MISTAKES,
)
