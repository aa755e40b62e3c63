"""Answers to the predictions of notebook 3."""

from course import figures
from course.predictions.answer import Answer

# the loss at every step of the run that notebook 3 retraces: the stripes, rate 0.03, from (-0.54407, -0.347)
RETRACED = (26.39, 13.55, 7.308, 4.117, 2.406, 1.446, 0.8868, 0.5518, 0.3467, 0.2193, 0.1392)


def retraced() -> figures.Picture:
    """The losses of the retraced run."""
    return figures.lines({"": RETRACED}, "the loss, step by step", log=True)


def overshoot() -> figures.Picture:
    """How far the first four steps are from the bottom of the valley, with their sides."""
    return figures.lines(
        {"": [-0.89, 0.71, -0.57, 0.46]}, "the sum of the two weights: 0 on the valley's line", y="w₀ + w₁"
    )


def one_weight() -> figures.Picture:
    """The distance from the goal at four rates."""
    distances = {f"rate {rate}": [(1 - rate * 10) ** step for step in range(11)] for rate in (0.05, 0.15, 0.2, 0.22)}
    return figures.lines(distances, "distance from the goal", y="w − 1")


def near_the_limit() -> figures.Picture:
    """The loss on the small image, just below and just above its limit."""
    return figures.lines(
        {f"rate {rate}": small_losses(rate) for rate in (0.37, 0.39)}, "just below and just above the limit", log=True
    )


def small_losses(rate: float, steps: int = 25) -> list[float]:
    """Return the losses of gradient descent on the image [1, 1, 0] with the target [0, 1], from weights of 0."""
    a = b = 0.0
    losses = []
    for _ in range(steps + 1):
        first, second = a + b, a - 1  # the errors of the two outputs
        losses.append(first**2 + second**2)
        a, b = a - rate * 2 * (first + second), b - rate * 2 * first
    return losses


ANSWERS = {
    "tenth loss": Answer(
        0.2,
        "0.219: two steps make it about 2.5 times smaller. It was printed before the tenth step was made, so it stands "
        "at step 9 here.",
        retraced,
        digits=1,
    ),
    "side of the line": Answer(
        "beyond", "Each step lands on the other side, a little closer.", overshoot, words=("before", "beyond")
    ),
    "one step": Answer(
        {"weights": [0.5, 0], "loss": 0.5},
        "(0, 0) − 0.25 · (−2, 0) = (0.5, 0). The outputs are then 0.5 and 0.5, the errors 0.5 and −0.5.",
    ),
    "held gradient": Answer([-2, 1], "(−2, 0) + (0, 1): `backward` adds to what is there."),
    "leaf": Answer(False, "A subtraction has made it, so it is no leaf, and its `.grad` stays `None`."),
    "mean rate": Answer(1.26, "0.03 · 42: the gradient is 42 times smaller, so the rate must be 42 times larger."),
    "one-weight limit": Answer(0.2, "The factor 1 − 10η is −1 at η = 2/10; beyond, the distance grows.", one_weight),
    "near the limit": Answer(
        {"0.37": True, "0.39": False},
        "A limit is sharp: just below it each step shrinks the error a little, just above it each makes it grow.",
        near_the_limit,
    ),
    "textbook curve": Answer([0, 0], "Zero weights are what makes zeros of this image.", digits=1),
    "epoch 8": Answer(
        0.00054, "3.2763 · 0.58¹⁶ = 0.000537; in the notebook's own print this number is missing.", digits=5
    ),
    "learned sum": Answer(
        0, "Where nothing changes, a Sobel kernel answers 0; that can only be if its numbers add up to 0."
    ),
}
