"""Task `largest_stable_lr`: up to which rate gradient descent settles, without a bias and with one."""

from grader.tasks.model import Facet, Misconception, Task


def _limits(without_bias: float, with_bias: float) -> dict[str, float]:
    return {"without_bias": without_bias, "with_bias": with_bias}


MISTAKES = (
    Misconception(
        "one_over_curvature",
        _limits(1 / 60, 1 / 124.3068),
        "1 / λ is the best rate along the steepest direction: one step lands on the goal. It may overshoot and still come "
        "closer, up to 2 / λ.",
    ),
    Misconception(
        "factor_two_missing",
        _limits(4 / 60, 4 / 124.3068),
        "Twice too large. The curvature of a squared error is 2 PᵀP; is the 2 missing? (Without `zero_grad` a rate up to "
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


TASK = Task(
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
    misconceptions=MISTAKES,
)
