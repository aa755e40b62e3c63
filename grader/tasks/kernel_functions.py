"""The functions of assignment 2 that return a kernel for a number: references, cases, and what learners write instead."""

import math

import torch

from grader.tasks.model import Case, Misconception

# -- integral_kernel and box_blur --------------------------------------------------------------------------------


def integral_kernel(length):
    """One row of ones: at each position the response is the sum of `length` samples."""
    return torch.ones(1, length, dtype=torch.float64)


def box_blur(size):
    """The mean of size x size pixels: equal weights that add up to 1."""
    return torch.full((size, size), 1.0 / (size * size), dtype=torch.float64)


def integral_cases(rng, public):
    lengths = [1, 3, 6] if public else [1, 2, *sorted(rng.choice(range(3, 16), 4, replace=False).tolist())]
    return [Case("values", f"integral_kernel({n})", (n,), atol=1e-4) for n in lengths]


def box_cases(rng, public):
    odd = [1, 3] if public else [1, 3, *sorted(rng.choice([5, 7, 9, 11], 2, replace=False).tolist())]
    even = [2, 4] if public else [2, 6, int(rng.choice([4, 8, 10]))]  # 1/36 has no end in binary, 1/16 does
    sizes = [("odd", n) for n in odd] + [("even", n) for n in even]
    return [Case(facet, f"box_blur({n})", (n,), atol=1e-5) for facet, n in sizes]


def _counting(length):
    return torch.arange(1.0, length + 1)


def _trapezoid(length):
    row = torch.ones(1, length)
    row[0, 0] = row[0, -1] = 0.5
    return row


def _alternating(length):
    return torch.tensor([[(-1.0) ** i for i in range(length)]])


def _last_only(length):
    row = torch.zeros(1, length)
    row[0, -1] = 1
    return row


INTEGRAL_MISTAKES = (
    Misconception(
        "average",
        lambda n: torch.ones(1, n) / n,
        "This averages (a blur). An integral adds up: its weights are not divided by their number.",
    ),
    Misconception(
        "column",
        lambda n: torch.ones(n, 1),
        "This is a column, which adds up pixels below each other. One row is asked for: shape (1, length).",
    ),
    Misconception(
        "square",
        lambda n: torch.ones(n, n),
        "This is a square, which adds up whole blocks. One row is asked for: shape (1, length).",
    ),
    Misconception(
        "without_rows",
        lambda n: torch.ones(n),
        "This tensor has one axis. A kernel has two, rows and columns: shape (1, length).",
    ),
    Misconception("one_too_short", lambda n: torch.ones(1, n - 1), "One number is missing: `length` of them."),
    Misconception("one_too_long", lambda n: torch.ones(1, n + 1), "There is one number too many: `length` of them."),
    Misconception(
        "counts_up",
        lambda n: _counting(n)[None],
        "The weights grow, so later samples count more. In a sum every sample counts once. (1, 2, 3 … is the result "
        "of adding up ones, not the kernel.)",
    ),
    Misconception(
        "counts_down",
        lambda n: _counting(n).flip(0)[None],
        "The weights fall, so earlier samples count more. In a sum every sample counts once.",
    ),
    Misconception(
        "trapezoid",
        _trapezoid,
        "This is the trapezoid rule, which halves both ends. The running sum counts every sample once.",
    ),
    Misconception(
        "triangle_matrix",
        lambda n: torch.ones(n, n).tril(),
        "This is the matrix of a cumulative sum. A kernel is one row that slides: shape (1, length).",
    ),
    Misconception(
        "derivative",
        lambda n: torch.tensor([[1.0, -1.0]]),
        "This is a difference, the opposite of a sum.",
    ),
    Misconception("alternating", _alternating, "The signs alternate, so samples cancel. A sum adds all of them."),
    Misconception("negated", lambda n: -torch.ones(1, n), "Every sign is turned round: this is minus the sum."),
    Misconception("last_sample_only", _last_only, "Only the last sample counts, so the response is the signal itself."),
    Misconception(
        "always_three",
        lambda n: torch.ones(1, 3),
        "The length is always 3, whatever `length` says: use the argument.",
    ),
    Misconception("zeros", lambda n: torch.zeros(1, n), "All weights are 0, so every response is 0."),
)


def _binomial_square(size):
    row = torch.tensor([math.comb(size - 1, i) for i in range(size)], dtype=torch.float64)
    return row[:, None] * row / row.sum() ** 2


def _without_center(size):
    kernel = torch.ones(size, size)
    kernel[size // 2, size // 2] = 0
    return kernel / max(size * size - 1, 1)


def _only_center(size):
    kernel = torch.zeros(size, size)
    kernel[size // 2, size // 2] = 1
    return kernel


def _odd(size):
    return box_blur(size if size % 2 else size + 1)


BOX_MISTAKES = (
    Misconception(
        "divided_by_size",
        lambda n: torch.ones(n, n) / n,
        "The weights are divided by size, but there are size × size of them: they must add up to 1.",
    ),
    Misconception(
        "not_divided",
        lambda n: torch.ones(n, n),
        "The weights are not divided, so this adds up (an integral) and brightens the image. They must add up to 1.",
    ),
    Misconception(
        "divided_by_twice_the_size",
        lambda n: torch.ones(n, n) / (2 * n),
        "The weights are divided by 2 · size, but there are size × size of them: `size ** 2`, not `size * 2`.",
    ),
    Misconception(
        "divided_twice",
        lambda n: torch.ones(n, n) / n**4,
        "The weights are divided too often: they must add up to 1.",
    ),
    Misconception(
        "one_row",
        lambda n: torch.ones(1, n) / n,
        "This is one row, which blurs only from left to right. A square is asked for: shape (size, size).",
    ),
    Misconception(
        "one_column",
        lambda n: torch.ones(n, 1) / n,
        "This is one column, which blurs only up and down. A square is asked for: shape (size, size).",
    ),
    Misconception(
        "without_rows",
        lambda n: torch.ones(n * n) / n**2,
        "This tensor has one axis. A kernel has two, rows and columns: shape (size, size).",
    ),
    Misconception(
        "weighted",
        _binomial_square,
        "These weights are larger in the middle (a Gaussian blur). In a box all weights are equal.",
    ),
    Misconception(
        "center_left_out",
        _without_center,
        "The middle pixel is left out. In a box all weights are equal.",
    ),
    Misconception(
        "nothing_but_the_center",
        _only_center,
        "Only the middle pixel counts, so nothing is blurred.",
    ),
    Misconception(
        "diagonal_only",
        lambda n: torch.eye(n) / n,
        "Only the diagonal counts (`torch.eye`). In a box all weights are equal (`torch.ones`).",
    ),
    Misconception(
        "odd_sizes_only",
        _odd,
        "An even size is made odd. A kernel may be 2 × 2 or 4 × 4: use `size` as it is.",
    ),
    Misconception(
        "always_three",
        lambda n: box_blur(3),
        "The size is always 3, whatever `size` says: use the argument.",
    ),
    Misconception(
        "random_weights",
        lambda n: torch.rand(n, n) / n**2,
        "The weights are not equal, and they do not add up to 1.",
    ),
    Misconception(
        "rounded_down",
        lambda n: torch.ones(n, n) * (1 // n**2),
        "All weights are 0: `//` rounds down, use `/`.",
    ),
)

# -- derivative_kernel and minimum_size --------------------------------------------------------------------------


def derivative_kernel(degree):
    """Take the difference "next minus this" `degree` times: 1, then -1 1, then 1 -2 1, then -1 3 -3 1, ..."""
    numbers = [1.0]
    for _ in range(degree):
        pairs = zip([0.0, *numbers], [*numbers, 0.0], strict=True)
        numbers = [before - here for before, here in pairs]
    return torch.tensor([numbers], dtype=torch.float64)


def minimum_size(degree):
    """Return degree + 1: each difference needs one more number."""
    return degree + 1


def derivative_cases(rng, public):
    degrees = [1, 2, 3, 4] if public else [1, 2, 3, 4, 5, 6]
    facets = {0: "even", 1: "odd"}
    # numbers are whole; a linear system solved in float32 is off by some thousandths
    return [Case(facets[d % 2], f"derivative_kernel({d})", (d,), atol=0.02) for d in degrees]


def minimum_cases(rng, public):
    degrees = [1, 2, 3] if public else [1, 2, 3, *sorted(rng.choice(range(4, 13), 3, replace=False).tolist())]
    return [Case("values", f"minimum_size({d})", (d,)) for d in degrees]


def _iterated(*row, first=(1.0,), scale=1.0):
    """Return a maker of kernels: `row` applied `degree` times."""

    def made(degree):
        numbers = list(first)
        for _ in range(degree):
            longer = [0.0] * (len(numbers) + len(row) - 1)
            for i, number in enumerate(numbers):
                for j, weight in enumerate(row):
                    longer[i + j] += scale * number * weight
            numbers = longer
        return torch.tensor([numbers])

    return made


def _far_difference(degree):
    return torch.tensor([[-1.0] + [0.0] * (degree - 1) + [1.0]])


def _padded_to_odd(degree):
    kernel = derivative_kernel(degree)
    return kernel if degree % 2 == 0 else torch.cat([kernel, torch.zeros(1, 1)], 1)


def _ones_with_signs(degree):
    return torch.tensor([[(-1.0) ** (degree - i) for i in range(degree + 1)]])


def _even_negated(degree):
    return derivative_kernel(degree) * (-1.0 if degree % 2 == 0 else 1.0)


def _powers(degree):
    return torch.tensor([[float(i**degree) for i in range(degree + 1)]])


DERIVATIVE_MISTAKES = (
    Misconception(
        "odd_degrees_negated",
        _iterated(1.0, -1.0),
        "For odd degrees the sign is turned round: [1, -1], the kernel of the first sections, is minus the derivative. Start from "
        "[-1, 1], next minus this, so that the ramp gives +1.",
    ),
    Misconception(
        "even_degrees_negated",
        _even_negated,
        "For even degrees the sign is turned round. The last number is +1 for every degree: it belongs to the largest x.",
    ),
    Misconception(
        "negated",
        lambda d: -derivative_kernel(d),
        "Every sign is turned round. The last number is +1: it belongs to the largest x.",
    ),
    Misconception(
        "signs_forgotten",
        lambda d: derivative_kernel(d).abs(),
        "The numbers are right, but their signs alternate: 1, -2, 1. Without them the kernel smooths.",
    ),
    Misconception(
        "numbers_forgotten",
        _ones_with_signs,
        "The signs alternate, but the numbers are not all 1: the difference of 1, -1 and its shifted copy has a 2.",
    ),
    Misconception(
        "one_too_short",
        lambda d: derivative_kernel(d - 1),
        "This kernel belongs to degree - 1: take one more difference.",
    ),
    Misconception(
        "one_too_long",
        lambda d: derivative_kernel(d + 1),
        "This kernel belongs to degree + 1: take one difference less.",
    ),
    Misconception(
        "divided_by_factorial",
        lambda d: derivative_kernel(d) / math.factorial(d),
        "The kernel is divided by degree!. On x^degree the derivative is degree!, not 1.",
    ),
    Misconception(
        "multiplied_by_factorial",
        lambda d: derivative_kernel(d) * math.factorial(d),
        "The kernel is multiplied by degree!. The differences alone already give degree! on x^degree.",
    ),
    Misconception(
        "divided_by_degree",
        lambda d: derivative_kernel(d) / d,
        "The kernel is divided by the degree. The differences alone already give degree! on x^degree.",
    ),
    Misconception(
        "central_differences",
        _iterated(-1.0, 0.0, 1.0),
        "[-1, 0, 1] compares pixels that are two apart: the kernel gets too long and the result 2^degree times too large.",
    ),
    Misconception(
        "halved_central_differences",
        _iterated(-1.0, 0.0, 1.0, scale=0.5),
        "[-1, 0, 1] / 2 is a derivative too, but with two numbers more than needed for each step. Use [-1, 1].",
    ),
    Misconception(
        "padded_to_odd_size",
        _padded_to_odd,
        "A 0 is added to make the size odd. A derivative kernel may have an even number of entries: degree + 1.",
    ),
    Misconception(
        "always_first",
        lambda d: derivative_kernel(1),
        "This is the first difference for every degree: apply it `degree` times.",
    ),
    Misconception(
        "always_second",
        lambda d: derivative_kernel(2),
        "This is the second derivative for every degree: use the argument.",
    ),
    Misconception(
        "second_applied_each_time",
        _iterated(1.0, -2.0, 1.0),
        "[1, -2, 1] is applied `degree` times, which differentiates 2 · degree times. Apply [-1, 1].",
    ),
    Misconception(
        "far_difference",
        _far_difference,
        "Two pixels that are `degree` apart are compared: that is one wide first difference. Take differences of differences.",
    ),
    Misconception(
        "column",
        lambda d: derivative_kernel(d).T,
        "This is a column. One row is asked for: shape (1, degree + 1).",
    ),
    Misconception(
        "without_rows",
        lambda d: derivative_kernel(d)[0],
        "This tensor has one axis. A kernel has two, rows and columns: shape (1, degree + 1).",
    ),
    Misconception(
        "mixed_derivative",
        lambda d: derivative_kernel(d).T @ derivative_kernel(d),
        "This differentiates along the rows and along the columns. One row is asked for: shape (1, degree + 1).",
    ),
    Misconception(
        "powers",
        _powers,
        "These are the values of x^degree, not a kernel for them: 0, 1, 2^degree, …",
    ),
)

MINIMUM_MISTAKES = (
    Misconception(
        "the_degree",
        lambda d: d,
        "`degree` numbers are one too few: the first derivative already compares two pixels.",
    ),
    Misconception(
        "next_odd",
        lambda d: d + 1 + d % 2,
        "A kernel need not have an odd size: [-1, 1] has two entries.",
    ),
    Misconception(
        "symmetric",
        lambda d: 2 * d + 1,
        "The kernel need not lie around a middle pixel: each difference adds only one entry.",
    ),
    Misconception("one_more", lambda d: d + 2, "This is one more than needed: [-1, 1] has two entries for degree 1."),
    Misconception("doubled", lambda d: 2 * d, "Each further difference adds one entry, not two."),
    Misconception("power_of_two", lambda d: 2**d, "Each further difference adds one entry, it does not double them."),
    Misconception("square", lambda d: (d + 1) ** 2, "One row is enough: a derivative along one axis needs no square."),
    Misconception("always_two", lambda d: 2, "Two entries are enough for degree 1 only."),
    Misconception(
        "always_three",
        lambda d: 3,
        "Three entries are what degree 2 needs; smaller and larger degrees differ.",
    ),
    Misconception(
        "product",
        lambda d: d * (d + 1) // 2 + 1,
        "Each further difference adds one entry, whatever the degree.",
    ),
    Misconception(
        "one_less",
        lambda d: d - 1,
        "It is the other way round: each difference loses one pixel of the signal, so the kernel grows by one entry.",
    ),
)
