"""Training: two weights of a kernel roll down their loss surface, or not."""

import numpy as np
import traitlets

from ._explorer import Explorer, bundle
from ._samples import images
from ._settings import Array, Choice, Number, Switch, Whole
from ._still import curve, figure, panel, show

_IMAGE = images()["stripe"]
_TARGET = np.array([1.0, -1.0, 0.0])


class Training(Explorer):
    """Train a 1 x 2 kernel to imitate [1, -1] on the stripe image, and watch its path on the loss surface.

    Try this:

    1. Move the rate until the path no longer settles. Where is the limit? And with a bias?
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
    entry for each step, `weight` at the end, and `limit`, the largest stable rate 2 / (largest curvature):

    >>> round(Training().limit, 4), round(Training(bias=True).limit, 4)
    (0.0333, 0.0161)
    """

    _esm = bundle("training.js")
    rate = Number(0.03, 0.001, 3.2)
    steps = Whole(10, 1, 60)
    zero_grad = Switch(True)
    reduction = Choice("sum", "mean")
    bias = Switch(False)
    start = Array([0.0, 0.0], (2,), (2,), axes=1)
    step = Whole(0, 0, 60)
    _image = traitlets.List(_IMAGE).tag(sync=True)

    def __init__(self, rate=0.03, steps=10, *, zero_grad=True, reduction="sum", bias=False, start=(1.5, 1.0), step=0):
        super().__init__(
            rate=rate,
            steps=steps,
            zero_grad=zero_grad,
            reduction=reduction,
            bias=bias,
            start=start,
            step=step,
        )

    def _hessian(self):
        pixels = np.array(_IMAGE)
        pairs = np.stack([pixels[:, :-1].ravel(), pixels[:, 1:].ravel(), np.ones(pixels[:, 1:].size)], axis=1)
        hessian = 2 * pairs.T @ pairs / (len(pairs) if self.reduction == "mean" else 1)
        if not self.bias:
            hessian[2], hessian[:, 2] = 0, 0
        return hessian

    def _path(self):
        """Return weights, gradients (steps + 1, 3) and losses (steps + 1,): the loss is a quadratic around [1, -1]."""
        hessian, weight, held, path = self._hessian(), np.array([*self.start, 0.0]), np.zeros(3), []
        for _ in range(self.steps + 1):
            slope = hessian @ (weight - _TARGET)
            held = slope if self.zero_grad else held + slope
            path.append((weight, held, (weight - _TARGET) @ slope / 2))
            weight = weight - self.rate * held
        return [
            np.array(column)[..., : None if i == 2 or self.bias else 2]
            for i, column in enumerate(zip(*path, strict=True))
        ]

    @property
    def weights(self) -> list[list[float]]:
        """[w1, w2], and the bias if there is one, at every step from 0."""
        return self._path()[0].tolist()

    @property
    def gradients(self) -> list[list[float]]:
        """What `.grad` holds at every step."""
        return self._path()[1].tolist()

    @property
    def losses(self) -> list[float]:
        """The loss at every step."""
        return self._path()[2].tolist()

    @property
    def weight(self) -> list[float]:
        """The weight after the last step."""
        return self.weights[-1]

    @property
    def limit(self) -> float:
        """The largest rate at which plain gradient descent still settles: 2 / largest curvature."""
        return float(2 / np.linalg.eigvalsh(self._hessian())[-1])

    def still(self) -> str:
        weights, losses = self.weights, self.losses
        panels = [
            curve("loss at each step", losses),
            panel("weight at the start", [weights[0]], size=48),
            "→",
            panel(f"after {self.steps} steps", [weights[-1]], size=48),
        ]
        outcome = "below" if self.rate < self.limit else "above"
        sentence = (
            f"Training a kernel towards [1, −1] with rate {self.rate:.3g}, {outcome} the limit {self.limit:.3g}: "
            f"the loss goes from {show(losses[0])} to {show(losses[-1])}."
        )
        return figure(panels, sentence)
