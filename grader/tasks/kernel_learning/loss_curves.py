"""Task `loss_curves`: which of five loss curves belongs to which bug."""

from collections import Counter

from course.checking.compare import Verdict
from course.checking.data import Plain
from grader.tasks.model import Facet, Misconception, Task

CURVE_OF = {"no zero_grad": "D", "mean loss": "B", "ascent": "E", "bias kept": "A", "rate too large": "C"}


def judge_loss_curves(plain: Plain) -> dict[str, Verdict]:
    """A pair is right when its letter is, and no other bug has the same letter: five times "A" is no answer."""
    given = {bug: letter.strip().upper() for bug, letter in plain["dict"] if isinstance(letter, str)}
    count: Counter[str | None] = Counter(given.values())
    verdicts = {}
    for bug, letter in CURVE_OF.items():
        if count[given.get(bug)] > 1:
            verdicts[bug] = Verdict(False, "the same letter is given to two bugs")
        else:
            verdicts[bug] = Verdict(given.get(bug) == letter, "this is the curve of another bug")
    return verdicts


def _mixed_up(*bugs: str) -> dict[str, str]:
    """Return the answer in which each bug has the curve of the next one in the list."""
    wrong = {bug: CURVE_OF[other] for bug, other in zip(bugs, (*bugs[1:], bugs[0]), strict=True)}
    return CURVE_OF | wrong


MISTAKES = (
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


def advise_curves(plain: Plain) -> tuple[str, str] | None:
    """Say which letter is given to more than one bug."""
    given = [(bug, letter.strip().upper()) for bug, letter in plain["dict"] if isinstance(letter, str)]
    for letter, number in Counter(letter for _, letter in given).items():
        if number > 1 and letter in CURVE_OF.values():
            bugs = " and ".join(f"“{bug}”" for bug, own in given if own == letter)
            return "letter_given_twice", f"{letter} is given to {bugs}, and each curve belongs to one bug."
    return None


TASK = Task(
    "loss_curves",
    "value",
    5,
    "3.3",
    facets=tuple(Facet(bug, 0.2, f"the curve of the bug “{bug}”") for bug in CURVE_OF),
    answer=CURVE_OF,
    judge=judge_loss_curves,
    advise=advise_curves,
    form=dict.fromkeys(CURVE_OF),
    misconceptions=MISTAKES,
)
