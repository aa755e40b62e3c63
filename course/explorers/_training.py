"""Training: two weights of a kernel roll down their loss surface, or not."""

import traitlets

from course.drawing.numbers import spell

from ._descent import STRIPE, Path, walk
from ._explorer import Explorer, bundle
from ._settings import Array, Choice, Number, Switch, Whole
from ._still import curve, figure, panel


def descend(
    rate: float = 0.03,
    steps: int = 10,
    *,
    zero_grad: bool = True,
    reduction: str = "sum",
    bias: bool = False,
    start: tuple[float, float] = (1.5, 1.0),
) -> Path:
    """Return (weights, gradients, losses) of the training that the explorer draws, one entry for each step from 0.

    >>> path = descend(rate=0.01, steps=2)
    >>> path.losses[0] > path.losses[1] > path.losses[2], len(path.weights)
    (True, 3)

    Raises:
        ValueError: a setting is outside the limits of `training`, where they are explained.
    """
    return Training(rate, steps, zero_grad=zero_grad, reduction=reduction, bias=bias, start=start).path


class Training(Explorer):
    """Train a 1 x 2 kernel to imitate [1, -1] on the stripe image, and watch its path on the loss surface.

    Try this:

    1. Move the rate until the path no longer settles. From which rate on? And with a bias?
    2. Switch zero_grad off. Does a smaller rate help?
    3. Change the loss from sum to mean. What must the rate be now for the same path?
    4. Press Next a few times and check "weight − rate × gradient" by hand.

    Args:
        rate: learning rate, 0.001 to 3.
        steps: how many steps to train, 1 to 60.
        zero_grad: forget the old gradient before each step; if False gradients add up, as in PyTorch.
        reduction: "sum" or "mean" of the squared errors.
        bias: learn a bias too (starts at 0).
        start: the two weights before the first step, each from -10 to 10.
        step: which step to show, 0 is the start.

    All are also attributes that follow the explorer.  Computed from them: `weights`, `gradients` and `losses`, one
    entry for each step, and `weight` at the end:

    >>> training = Training(steps=2)
    >>> len(training.losses), training.weight == training.weights[-1]
    (3, True)
    """

    _esm = bundle("training.js")
    rate = Number(0.03, 0.001, 3.2)
    steps = Whole(10, 1, 60)
    zero_grad = Switch(True)
    reduction = Choice("sum", "mean")
    bias = Switch(False)
    start = Array([0.0, 0.0], (2,), (2,), axes=1)
    step = Whole(0, 0, 60)
    _image = traitlets.List(STRIPE).tag(sync=True)

    def __init__(
        self,
        rate: float = 0.03,
        steps: int = 10,
        *,
        zero_grad: bool = True,
        reduction: str = "sum",
        bias: bool = False,
        start: tuple[float, float] = (1.5, 1.0),
        step: int = 0,
    ):
        super().__init__(
            rate=rate,
            steps=steps,
            zero_grad=zero_grad,
            reduction=reduction,
            bias=bias,
            start=start,
            step=step,
        )

    @property
    def path(self) -> Path:
        """Weights, gradients and losses of every step."""
        return walk(self.start, self.rate, self.steps, self.zero_grad, self.reduction, self.bias)

    @property
    def weights(self) -> list[list[float]]:
        """[w0, w1], and the bias if there is one, at every step from 0."""
        return self.path.weights

    @property
    def gradients(self) -> list[list[float]]:
        """What `.grad` holds at every step."""
        return self.path.gradients

    @property
    def losses(self) -> list[float]:
        """The loss at every step."""
        return self.path.losses

    @property
    def weight(self) -> list[float]:
        """The weight after the last step."""
        return self.path.weight

    def still(self) -> str:
        weights, _, losses = self.path
        panels = [
            curve("loss at each step", losses),
            panel("weight at the start", [weights[0]], size=48),
            "→",
            panel(f"after {self.steps} steps", [weights[-1]], size=48),
        ]
        # The largest rate that settles is a task: nothing here may say on which side of it this one lies.
        sentence = (
            f"Training a kernel towards [1, −1] with rate {self.rate:.3g}: in {self.steps} steps the loss goes "
            f"from {spell(losses[0])} to {spell(losses[-1])}."
        )
        return figure(panels, sentence)
