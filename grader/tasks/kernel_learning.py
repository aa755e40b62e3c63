"""Assignment 3, learning a kernel: its four tasks, in the order of the notebook."""

from collections import Counter

import numpy as np
import torch

from course.checking.compare import Verdict
from grader.tasks.descent_mistakes import LEARN_KERNEL_MISCONCEPTIONS, learn_kernel
from grader.tasks.model import Case, Facet, Input, Misconception, Task

RATE = 3e-2  # the default of `learn_kernel`
STRIPES = torch.ones(6, 8)
STRIPES[:, 2:6] = 0  # In [14] of the seed


# -- learn_kernel ------------------------------------------------------------------------------------------------


def _target(X, kernel):
    """Return what `kernel` (2 weights) makes of the image X."""
    return (kernel[0] * X[:, :-1].double() + kernel[1] * X[:, 1:].double()).float()


def _curvatures(X):
    """Return the smallest and the largest curvature of the summed squared error over the two weights."""
    pairs = torch.stack([X[:, :-1].flatten(), X[:, 1:].flatten()], 1).double()
    return torch.linalg.eigvalsh(2 * pairs.T @ pairs).tolist()


def _trainable_image(rng, rate):
    """Return an image on which `rate` takes every start to the target in 30 steps, but no half of that rate does.

    Each step multiplies the error by 1 - rate * curvature: here between 0 and 0.81, and 0.81 ** 30 = 0.002.  With
    half the gradient it is 0.9, and 0.9 ** 30 = 0.04.  Pixels are not centred on 0, so that a bias would matter.
    """
    while True:
        rows, columns = rng.permuted([(6, 8), (8, 6), (5, 9), (9, 6), (4, 11)])[0].tolist()
        X = torch.from_numpy(rng.normal(1.2, 1.0, (rows, columns)))
        smallest, largest = _curvatures(X)
        if not 3.5 < largest / smallest < 4.6:
            continue
        return (X * (0.2 / (smallest * rate)) ** 0.5).float()


def _hidden_kernel(rng):
    """Return two weights in the hundreds that differ by at least 300, the larger one at least 800 in size."""
    large, small = rng.uniform(800, 1500), rng.uniform(200, 500)
    signs = rng.choice([-1, 1], 2)
    return rng.permutation([large * signs[0], small * signs[1]])


def _case(facet, X, kernel, observe=("result",), layouts=(None, None), **settings):
    # one part in a hundred of the largest weight: far more than any start between -5 and 5 can leave over
    arguments = [
        Input(array[None, None], layout=layout) for array, layout in zip((X, _target(X, kernel)), layouts, strict=True)
    ]
    name = f"hidden kernel [{kernel[0]:g}, {kernel[1]:g}], image {tuple(X.shape)}"
    name += "".join(f", {key}={value:g}" for key, value in settings.items())
    atol = float(0.01 * np.abs(kernel).max())
    return Case(facet, name, tuple(arguments), settings, observe=observe, atol=atol)


def learn_kernel_cases(rng, public):
    if public:
        stripes, tall = 0.75 * STRIPES, 0.75 * torch.ones(9, 6)
        tall[:, 1:3] = -0.25
        return [
            _case("kernels", stripes, (500, -500), num_steps=30),
            _case("kernels", tall, (-300, -800), num_steps=30),
            _case("num_steps", stripes, (500, -700), num_steps=0),
            _case("num_steps", stripes, (500, -700), num_steps=1),
            _case("num_steps", stripes, (500, -700), num_steps=3),
            _case("lr", stripes, (500, -700), num_steps=3, lr=0.0),
            _case("lr", stripes, (500, -700), num_steps=10, lr=0.005),
            _case("defaults", stripes, (500, -700)),
            _case("inputs", stripes, (500, -500), ("result", "inputs"), ("cropped", None), num_steps=30),
        ]
    cases = [_case("kernels", _trainable_image(rng, RATE), _hidden_kernel(rng), num_steps=30) for _ in range(4)]
    for num_steps in (0, 1, 2, 5):
        cases.append(_case("num_steps", _trainable_image(rng, RATE), _hidden_kernel(rng), num_steps=num_steps))
    cases.append(_case("num_steps", _trainable_image(rng, 10 * RATE), _hidden_kernel(rng), num_steps=60))
    for lr, num_steps in ((0.0, 5), (0.004, 12), (0.11, 30)):
        X = _trainable_image(rng, max(lr, RATE))
        cases.append(_case("lr", X, _hidden_kernel(rng), num_steps=num_steps, lr=lr))
    cases += [_case("defaults", _trainable_image(rng, RATE), _hidden_kernel(rng)) for _ in range(2)]
    for layouts in (("cropped", "transposed"), ("transposed", "cropped")):
        both = ("result", "inputs")
        cases.append(_case("inputs", _trainable_image(rng, RATE), _hidden_kernel(rng), both, layouts, num_steps=30))
    return cases


# -- loss_curves -------------------------------------------------------------------------------------------------

CURVE_OF = {
    "no zero_grad": "D",
    "mean loss": "B",
    "ascent": "E",
    "bias kept": "A",
    "rate too large": "C",
}


def loss_curve(bug, steps=10):
    """Return the summed squared error at every step, to 3 digits: the numbers that the notebook plots as A to E.

    All start where the seed's run in In [15] must have started, at [-0.54407, -0.347], and use a rate of 0.018, but
    for the one whose rate is too large.

    >>> loss_curve(None, 3)
    [26.4, 8.98, 5.47, 3.36]
    """
    pairs = torch.stack([STRIPES[:, :-1].flatten(), STRIPES[:, 1:].flatten(), torch.ones(42)], 1).double()
    curvature = 2 * pairs.T @ pairs
    if bug != "bias kept":
        curvature[2], curvature[:, 2] = 0, 0
    weight = torch.tensor([-0.54407, -0.347, 0.0], dtype=torch.float64)
    rate = {"ascent": -0.018, "rate too large": 0.1, "mean loss": 0.018 / 42}.get(bug, 0.018)
    held, losses = 0, []
    for _ in range(steps + 1):
        error = weight - torch.tensor([1.0, -1.0, 0.0])
        slope = curvature @ error
        losses.append(float(f"{float(error @ slope / 2):.3g}"))
        held = held + slope if bug == "no zero_grad" else slope
        weight = weight - rate * held
    return losses


def judge_loss_curves(plain):
    """A pair is right when its letter is, and no other bug has the same letter: five times "A" is no answer."""
    given = {bug: letter.strip().upper() for bug, letter in plain["dict"] if isinstance(letter, str)}
    count = Counter(given.values())
    verdicts = {}
    for bug, letter in CURVE_OF.items():
        if count[given.get(bug)] > 1:
            verdicts[bug] = Verdict(False, "the same letter is given to two bugs")
        else:
            verdicts[bug] = Verdict(given.get(bug) == letter, "this is the curve of another bug")
    return verdicts


def _mixed_up(*bugs):
    """Return the answer in which each bug has the curve of the next one in the list."""
    wrong = {bug: CURVE_OF[other] for bug, other in zip(bugs, (*bugs[1:], bugs[0]), strict=True)}
    return CURVE_OF | wrong


LOSS_CURVES_MISCONCEPTIONS = (
    Misconception(
        "ascent_and_rate",
        _mixed_up("ascent", "rate too large"),
        "Both blow up, but not equally fast. Ascent multiplies the error by 1 + rate × curvature, 2.1 at this rate; a "
        "rate of 0.1 multiplies it by 1 − 0.1 × 60 = −5, and the loss by 25.",
    ),
    Misconception(
        "bias_and_rate",
        _mixed_up("bias kept", "rate too large"),
        "Both rates are above their limit, but 0.018 with a bias only just (the limit is 0.0161): that error grows slowly.",
    ),
    Misconception(
        "bias_and_ascent",
        _mixed_up("bias kept", "ascent"),
        "Ascent climbs from its first step on. With a bias most of the error still shrinks at first; only the part along "
        "the steepest direction grows, and takes over later.",
    ),
    Misconception(
        "accumulation_and_mean",
        _mixed_up("no zero_grad", "mean loss"),
        "Neither arrives. A mean divides every step by 42: the loss falls, very slowly. Accumulated gradients overshoot: "
        "the loss goes up and down.",
    ),
    Misconception(
        "accumulation_and_bias",
        _mixed_up("no zero_grad", "bias kept"),
        "Both fall at first. Accumulated gradients swing around the goal and stay bounded; an error that grows by the same "
        "factor in each step is a straight line on this axis.",
    ),
    Misconception(
        "mean_and_bias",
        _mixed_up("mean loss", "bias kept"),
        "A mean divides the gradient by 42, so the loss creeps down and never rises.",
    ),
    Misconception(
        "three_that_rise",
        _mixed_up("ascent", "rate too large", "bias kept"),
        "Three curves rise, and they are told apart by their slope: compute the factor 1 − rate × curvature for each.",
    ),
    Misconception(
        "three_that_rise_the_other_way",
        _mixed_up("rate too large", "ascent", "bias kept"),
        "Three curves rise, and they are told apart by their slope: which factor does each step multiply the error by?",
    ),
)


# -- largest_stable_lr -------------------------------------------------------------------------------------------


def _limits(without_bias, with_bias):
    return {"without_bias": without_bias, "with_bias": with_bias}


LARGEST_STABLE_LR_MISCONCEPTIONS = (
    Misconception(
        "one_over_curvature",
        _limits(1 / 60, 1 / 124.3068),
        "1 / λ is the best rate along the steepest direction: one step lands on the goal. It may overshoot and still come "
        "closer, up to 2 / λ.",
    ),
    Misconception(
        "factor_two_missing",
        _limits(4 / 60, 4 / 124.3068),
        "Twice too large. The curvature of a squared error is 2 PᵀP; is the 2 missing? (Without zero_grad a rate up to "
        "4 / λ stays bounded, but it does not settle either.)",
    ),
    Misconception(
        "smallest_curvature",
        _limits(2 / 12, 2 / 12),
        "This uses the smallest curvature. The steepest direction is the first to blow up: take the largest.",
    ),
    Misconception(
        "mean_instead_of_sum",
        _limits(42 * 2 / 60, 42 * 2 / 124.3068),
        "These are the limits for the mean of the 42 squared errors. The loss here is their sum.",
    ),
    Misconception(
        "bias_makes_no_difference",
        _limits(2 / 60, 2 / 60),
        "A bias adds a third direction and makes the loss steeper: with it the limit is about half as large.",
    ),
    Misconception(
        "with_and_without_swapped",
        _limits(2 / 124.3068, 2 / 60),
        "The right numbers, swapped: a bias makes the loss steeper, so its limit is the smaller one.",
    ),
    Misconception(
        "the_curvature_itself",
        _limits(60, 124.3068),
        "These are the largest curvatures. The rate must stay below 2 divided by them.",
    ),
    Misconception(
        "diagonal_only",
        _limits(2 / 36, 2 / 84),
        "This looks at one weight at a time, the diagonal of the matrix. Weights that change together make a steeper "
        "direction: take the largest eigenvalue.",
    ),
    Misconception(
        "sum_of_curvatures",
        _limits(2 / 72, 2 / 156),
        "This adds all curvatures up (the trace). Only the largest eigenvalue counts.",
    ),
    Misconception(
        "the_rate_of_the_lesson",
        _limits(0.03, 0.03),
        "0.03 is the rate that the lesson has used, not the limit. Between which two rates does the path stop settling?",
    ),
)


TASKS = (
    Task(
        "learn_kernel",
        "code",
        8,
        "3.2",
        facets=(
            Facet(
                "kernels",
                0.5,
                "after 30 steps the weight is that of the hidden kernel, for several kernels and images",
            ),
            Facet("num_steps", 0.1875, "it makes exactly `num_steps` steps, also 0"),
            Facet("lr", 0.1875, "the steps have the size that `lr` says, also 0"),
            Facet("defaults", 0.0625, "without `num_steps` and `lr`: 10 steps at 0.03, with a finite result"),
            Facet("inputs", 0.0625, "X and Y are left unchanged and may be slices of larger tensors"),
        ),
        reference=learn_kernel,
        cases=learn_kernel_cases,
        misconceptions=LEARN_KERNEL_MISCONCEPTIONS,
    ),
    Task(
        "loss_curves",
        "value",
        5,
        "3.3",
        facets=tuple(Facet(bug, 0.2, f"the curve of the bug “{bug}”") for bug in CURVE_OF),
        answer=CURVE_OF,
        judge=judge_loss_curves,
        form=dict.fromkeys(CURVE_OF),
        misconceptions=LOSS_CURVES_MISCONCEPTIONS,
    ),
    Task(
        "largest_stable_lr",
        "value",
        3,
        "3.4",
        facets=(
            Facet("without_bias", 0.5, "the largest stable rate without a bias"),
            Facet("with_bias", 0.5, "the largest stable rate with a bias"),
        ),
        answer=_limits(0.0333, 0.0161),
        atol=0.0005,
        form={"without_bias": None, "with_bias": None},
        misconceptions=LARGEST_STABLE_LR_MISCONCEPTIONS,
    ),
    Task(
        "what_was_learned",
        "text",
        4,
        "3.5",
        rubric=(
            "1 point: the layer learned the zero kernel, and that is what it was asked for: the target Y held only zeros, "
            "and a kernel of zeros is the one that makes zeros of this image.",
            "1 point: the target was all zeros because the broken corr2d reads Y instead of X; with a right corr2d it holds "
            "+1 on the diagonal and -1 beside it.",
            "1 point: a falling loss says that the output comes closer to the target, and nothing about the target.",
            "1 point: at least two ways to notice, such as: look at the target, or assert that it is not constant; compare "
            "the kernel with [1, -1]; apply it to another image; check the function that makes the target on an example "
            "with a known answer. The empty tensor (1, 0) is a sign too: a 4-D image went into a function for 2-D ones.",
        ),
    ),
)
