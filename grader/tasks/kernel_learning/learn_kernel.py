"""Task `learn_kernel`: gradient descent on a kernel, and the bank of wrong trainings, as learners write them."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch

from grader.tasks.images import STRIPES
from grader.tasks.model import Case, Facet, Input, Misconception, Task


def learn_kernel(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
    """The reference: the gradient by hand, in float64, from weights of 0.

    >>> X = torch.tensor([[[[1.0, 1.0, 0.0]]]])
    >>> Y = torch.tensor([[[[0.0, 1.0]]]])             # what [1, -1] makes of X
    >>> learn_kernel(X, Y, num_steps=1, lr=0.25)
    tensor([[[[0.5000, 0.0000]]]], dtype=torch.float64)
    """
    weight = torch.zeros(2, dtype=torch.float64)
    pixels = torch.stack([X[..., :-1], X[..., 1:]]).double()  # under the left and under the right weight
    for _ in range(num_steps):
        error = weight[0] * pixels[0] + weight[1] * pixels[1] - Y.double()
        gradient = torch.stack([(2 * error * under).sum() for under in pixels])
        weight = weight - lr * gradient
    return weight.reshape(1, 1, 1, 2)


RATE = 3e-2  # the default of `learn_kernel`
SIZES = ((6, 8), (8, 6), (5, 9), (9, 6), (4, 11))


def _target(X: torch.Tensor, kernel: Sequence[float] | np.ndarray) -> torch.Tensor:
    """Return what `kernel` (2 weights) makes of the image X."""
    return (kernel[0] * X[:, :-1].double() + kernel[1] * X[:, 1:].double()).float()


def _curvatures(X: torch.Tensor) -> list[float]:
    """Return the smallest and the largest curvature of the summed squared error over the two weights."""
    pairs = torch.stack([X[:, :-1].flatten(), X[:, 1:].flatten()], 1).double()
    return torch.linalg.eigvalsh(2 * pairs.T @ pairs).tolist()


def _trainable_image(
    rng: np.random.Generator, rate: float, sizes: Sequence[tuple[int, int]] = ((6, 8),)
) -> torch.Tensor:
    """Return an image on which `rate` takes every start to the target in 30 steps, but no half of that rate does.

    Each step multiplies the error by 1 - rate * curvature: here between 0 and 0.81, and 0.81 ** 30 = 0.002.  With
    half the gradient it is 0.9, and 0.9 ** 30 = 0.04.  Pixels are not centred on 0, so that a bias would matter.
    """
    while True:
        rows, columns = rng.choice(sizes).tolist()
        X = torch.from_numpy(rng.normal(1.2, 1.0, (rows, columns)))
        smallest, largest = _curvatures(X)
        if not 3.5 < largest / smallest < 4.6:
            continue
        return (X * (0.2 / (smallest * rate)) ** 0.5).float()


def _hidden_kernel(rng: np.random.Generator) -> np.ndarray:
    """Return two weights in the hundreds that differ by at least 300, the larger one at least 800 in size."""
    large, small = rng.uniform(800, 1500), rng.uniform(200, 500)
    signs = rng.choice([-1, 1], 2)
    return rng.permutation([large * signs[0], small * signs[1]])


def _case(
    facet: str,
    X: torch.Tensor,
    kernel: Sequence[float] | np.ndarray,
    observe: tuple[str, ...] = ("result",),
    layouts: tuple[str | None, str | None] = (None, None),
    **settings: object,
) -> Case:
    # one part in a hundred of the largest weight: far more than any start between -5 and 5 can leave over
    arguments = [
        Input(array[None, None], layout=layout) for array, layout in zip((X, _target(X, kernel)), layouts, strict=True)
    ]
    name = f"hidden kernel [{kernel[0]:g}, {kernel[1]:g}], image {tuple(X.shape)}"
    name += "".join(f", {key}={value:g}" for key, value in settings.items())
    largest = float(np.abs(kernel).max())
    small = largest < 10  # beside that, any start matters
    return Case(facet, name, tuple(arguments), settings, observe=observe, atol=0.01 * largest, by_chance=small)


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
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
    # images of another size than the lesson's in one facet only: a size written into the code is one mistake
    cases = [_case("kernels", _trainable_image(rng, RATE, SIZES), _hidden_kernel(rng), num_steps=30) for _ in range(4)]
    # so small that a bias which nobody trains shows, and long enough for any start
    cases.append(_case("kernels", _trainable_image(rng, RATE, SIZES), rng.permutation([1.5, -0.75]), num_steps=60))
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


def _bias_not_trained(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = RATE) -> torch.Tensor:
    layer = torch.nn.Conv2d(1, 1, (1, 2)).to(X.dtype)
    for parameter in layer.parameters():
        parameter.data = (64 * parameter.data).round() / 64  # near enough to its start, and exact on every processor
    for _ in range(num_steps):
        loss = ((layer(X) - Y) ** 2).sum()
        layer.zero_grad()
        loss.backward()
        layer.weight.data -= lr * layer.weight.grad  # type: ignore[operator]  # `backward` has made it
    return layer.weight.data


def _error(weight: torch.Tensor, X: torch.Tensor, Y: torch.Tensor) -> torch.Tensor:
    return weight[0] * X[..., :-1].double() + weight[1] * X[..., 1:].double() - Y.double()


def _pull(values: torch.Tensor, X: torch.Tensor) -> torch.Tensor:
    """Return, for each weight, the sum of `values` times the pixels that it meets."""
    return torch.stack([(values * X[..., :-1]).sum(), (values * X[..., 1:]).sum()])


def _slope(weight: torch.Tensor, X: torch.Tensor, Y: torch.Tensor) -> torch.Tensor:
    return _pull(2 * _error(weight, X, Y), X)


def _descend(
    *,
    slope: Callable[..., torch.Tensor] = _slope,
    steps: Callable[[int], int] = lambda n: n,
    rate: Callable[[float], float] = lambda lr: lr,
    move: Callable[..., torch.Tensor] | None = None,
    give: Callable[[torch.Tensor], torch.Tensor] = lambda w: w.reshape(1, 1, 1, 2),
) -> Callable[..., torch.Tensor]:
    """Return the right training with parts replaced; `move(weight, slope, lr, memory)` returns the next weight."""

    def wrong(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
        memory: dict[str, torch.Tensor]
        weight, memory = torch.zeros(2, dtype=torch.float64), {}
        for _ in range(steps(num_steps)):
            gradient = slope(weight, X, Y)
            weight = move(weight, gradient, rate(lr), memory) if move else weight - rate(lr) * gradient
        return give(weight)

    return wrong


def _accumulate(weight: torch.Tensor, slope: torch.Tensor, lr: float, memory: dict[str, torch.Tensor]) -> torch.Tensor:
    memory["grad"] = memory.get("grad", 0) + slope
    return weight - lr * memory["grad"]


def _momentum(weight: torch.Tensor, slope: torch.Tensor, lr: float, memory: dict[str, torch.Tensor]) -> torch.Tensor:
    memory["speed"] = 0.9 * memory.get("speed", 0) + slope
    return weight - lr * memory["speed"]


def _slower(weight: torch.Tensor, slope: torch.Tensor, lr: float, memory: dict[str, Any]) -> torch.Tensor:
    memory["step"] = memory.get("step", 0) + 1
    return weight - lr / memory["step"] * slope


def _bias_kept(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
    bias: torch.Tensor | float
    weight, bias = torch.zeros(2, dtype=torch.float64), 0.0
    for _ in range(num_steps):
        error = _error(weight, X, Y) + bias
        weight, bias = weight - lr * _pull(2 * error, X), bias - lr * (2 * error).sum()
    return weight.reshape(1, 1, 1, 2)


def _torch_loop(step: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    """Return a training on a leaf tensor in torch; `step(weight, lr)` returns the weight of the next round."""

    def wrong(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
        weight = torch.zeros(1, 1, 1, 2, dtype=X.dtype, requires_grad=True)
        for _ in range(num_steps):
            loss = ((torch.nn.functional.conv2d(X, weight) - Y) ** 2).sum()
            loss.backward()
            weight = step(weight, lr)
        return weight.detach()

    return wrong


def _zeroed_before_step(weight: Any, lr: float) -> torch.Tensor:
    weight.grad = None
    return weight - lr * weight.grad


def _in_place_on_leaf(weight: Any, lr: float) -> torch.Tensor:
    weight -= lr * weight.grad
    return weight


def _fixed_size(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
    return learn_kernel(X.reshape(1, 1, 6, 8), Y.reshape(1, 1, 6, 7), num_steps, lr)


def _writes_into_target(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
    weight = torch.zeros(2, dtype=torch.float64)
    for _ in range(num_steps):
        Y -= (weight[0] * X[..., :-1] + weight[1] * X[..., 1:]).to(Y.dtype)
        weight = weight + lr * _pull(2 * Y, X)
    return weight.reshape(1, 1, 1, 2)


def _solved_exactly(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
    pairs = torch.stack([X[..., :-1].flatten(), X[..., 1:].flatten()], 1).double()
    return torch.linalg.lstsq(pairs, Y.flatten().double()).solution.reshape(1, 1, 1, 2)


def _last_of_the_loop(what: Callable[..., torch.Tensor]) -> Callable[..., torch.Tensor]:
    """Return what the last step computed before it changed the weight."""

    def wrong(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
        if num_steps == 0:
            return learn_kernel(X, Y, 0, lr)
        return what(learn_kernel(X, Y, num_steps - 1, lr).flatten(), X, Y)

    return wrong


class _OneLayerForAll:
    """A layer made outside of the function: every call goes on where the last one stopped."""

    def __init__(self) -> None:
        self.weight = torch.zeros(2, dtype=torch.float64)

    def __call__(self, X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = 3e-2) -> torch.Tensor:
        for _ in range(num_steps):
            self.weight = self.weight - lr * _slope(self.weight, X, Y)
        return self.weight.reshape(1, 1, 1, 2)


def _squares_the_sum(X: torch.Tensor, Y: torch.Tensor, num_steps: int = 10, lr: float = RATE) -> torch.Tensor:
    weight = torch.zeros(1, 1, 1, 2, requires_grad=True)  # in float32: it grows until there are no numbers left
    for _ in range(num_steps):
        loss = (torch.nn.functional.conv2d(X.float(), weight) - Y.float()).sum() ** 2
        (gradient,) = torch.autograd.grad(loss, weight)
        weight.data -= lr * gradient
    return weight.detach()


MISTAKES = (
    Misconception(
        "mean_loss",
        _descend(slope=lambda w, X, Y: _slope(w, X, Y) / Y.numel()),
        "The squared errors are averaged (`.mean()`, or `nn.MSELoss()` as it comes). That divides the gradient by the "
        "number of outputs, so with the same rate the kernel hardly moves. Sum them.",
        before=lambda X, Y, num_steps=10, lr=RATE: (X, Y, num_steps, lr / Y.numel()),
    ),
    Misconception(
        "half_the_squared_error",
        _descend(slope=lambda w, X, Y: _slope(w, X, Y) / 2),
        "The gradient is half of what it should be: is there a ½ in the loss, or is the 2 of the square's derivative "
        "missing?",
        before=lambda X, Y, num_steps=10, lr=RATE: (X, Y, num_steps, lr / 2),
    ),
    Misconception(
        "no_zero_grad",
        _descend(move=_accumulate),
        "The old gradients are never cleared. `backward` adds to `.grad`, so the weight swings around the goal and never "
        "settles: call `zero_grad()` in every step, before `backward()`.",
    ),
    Misconception(
        "ascent",
        _descend(move=lambda w, slope, lr, memory: w + lr * slope),
        "The gradient is added, which climbs the loss. It points uphill: subtract it.",
        before=lambda X, Y, num_steps=10, lr=RATE: (X, Y, num_steps, -lr),
    ),
    Misconception(
        "rate_ten_times",
        _descend(rate=lambda lr: 10 * lr),
        "The steps are ten times too large, so each one overshoots by more than the last: is a 0 missing in the rate?",
    ),
    Misconception(
        "ignores_lr",
        _descend(rate=lambda lr: 3e-2),
        "The rate is always 0.03: `lr`, the argument, is not used.",
        about=("lr",),
        before=lambda X, Y, num_steps=10, lr=RATE: (X, Y, num_steps, RATE),
    ),
    Misconception(
        "ignores_num_steps",
        _descend(steps=lambda n: 10),
        "It always makes 10 steps: `num_steps`, the argument, is not used.",
        about=("num_steps",),
        before=lambda X, Y, num_steps=10, lr=RATE: (X, Y, 10, lr),
    ),
    Misconception(
        "one_step_too_many",
        _descend(steps=lambda n: n + 1),
        "One step too many: `range(num_steps)` has exactly `num_steps` numbers.",
        about=("num_steps",),
        before=lambda X, Y, num_steps=10, lr=RATE: (X, Y, num_steps + 1, lr),
    ),
    Misconception(
        "one_step_too_few",
        _descend(steps=lambda n: max(n - 1, 0)),
        "The last step is missing: does `range` start at 1, or is the weight copied before its last update?",
        about=("num_steps",),
        before=lambda X, Y, num_steps=10, lr=RATE: (X, Y, max(num_steps - 1, 0), lr),
    ),
    Misconception(
        "only_one_step",
        _descend(steps=lambda n: min(n, 1)),
        "What comes back has made only one step. Is the update or the `return` indented wrongly, or is a new layer made "
        "inside the loop?",
        about=("kernels", "num_steps"),
    ),
    Misconception(
        "returns_in_the_loop",
        lambda X, Y, num_steps=10, lr=RATE: learn_kernel(X, Y, 1, lr) if num_steps else None,
        "Only one step counts, and without a step nothing comes back: does `return` stand inside the loop, or is the "
        "weight made anew there?",
        about=("kernels", "num_steps", "lr"),
    ),
    Misconception(
        "hardly_moves",
        _descend(steps=lambda n: 0),
        "The weight stays about where it started. Is a copy updated (`.clone()`), is the gradient set to zero between "
        "`backward()` and the update, or is it an optimizer, such as Adam, whose steps are never longer than `lr`?",
        about=("kernels", "num_steps", "lr"),
    ),
    Misconception(
        "rebinds_the_weight",
        _torch_loop(lambda weight, lr: weight - lr * weight.grad),
        "`w = w - lr * w.grad` makes a new tensor, which is not a leaf: in the second step its `.grad` is None. Change "
        "the weight in place, with `.data` or under `torch.no_grad()`.",
    ),
    Misconception(
        "zeroed_before_the_update",
        _torch_loop(_zeroed_before_step),
        "The gradient is already cleared when the weight is updated. The order is `zero_grad`, `backward`, update.",
    ),
    Misconception(
        "torch_refuses_the_first_step",
        _torch_loop(_in_place_on_leaf),
        "torch refuses the first step. If its message is about a leaf Variable: do the update on `.data`, or under "
        "`torch.no_grad()`. If it is about sizes: the layer has `kernel_size=(1, 2)`.",
    ),
    Misconception(
        "bias_kept",
        _bias_kept,
        "A bias is learned too: `nn.Conv2d` has one unless you say `bias=False`. It steepens the loss so much that this "
        "rate is too large.",
    ),
    Misconception(
        "bias_not_trained",
        _bias_not_trained,
        "The layer has a bias, drawn at random and never trained: with it the target cannot be reached. Say `bias=False`.",
    ),
    Misconception(
        "absolute_error",
        _descend(slope=lambda w, X, Y: _pull(_error(w, X, Y).sign(), X)),
        "The loss is the absolute error. Its gradient does not shrink near the goal; square the errors.",
    ),
    Misconception(
        "not_squared",
        _descend(slope=lambda w, X, Y: _pull(torch.ones_like(Y), X)),
        "The errors are summed without being squared, so nothing stops the loss from falling for ever.",
    ),
    Misconception(
        "one_gradient_for_both",
        _descend(slope=lambda w, X, Y: _slope(w, X, Y)[:1].expand(2)),
        "Both weights are moved by the gradient of the left one. Each weight has its own.",
    ),
    Misconception(
        "rate_decays",
        _descend(move=_slower),
        "The rate gets smaller from step to step. The task asks for the same rate throughout.",
    ),
    Misconception(
        "image_centred",
        lambda X, Y, num_steps=10, lr=RATE: learn_kernel(X - X.mean(), Y, num_steps, lr),
        "The mean of the image is subtracted before training. The target was made from the image as it is.",
    ),
    Misconception(
        "target_added",
        _descend(slope=lambda w, X, Y: _slope(w, X, -Y)),
        "The kernel has learned the wrong sign: the loss takes Y_hat + Y. The error is the difference.",
        before=lambda X, Y, num_steps=10, lr=RATE: (X, -Y, num_steps, lr),
    ),
    Misconception(
        "equals_minus",
        _descend(move=lambda w, slope, lr, memory: -lr * slope),
        "`=-` sets the weight to minus the step. `-=` subtracts the step from it.",
    ),
    Misconception(
        "gradients_swapped",
        _descend(slope=lambda w, X, Y: _slope(w, X, Y).flip(0)),
        "Each weight moves by the gradient of the other one. The left weight meets `X[..., :-1]`, the right one "
        "`X[..., 1:]`.",
    ),
    Misconception(
        "weights_swapped",
        _descend(give=lambda w: w.flip(0).reshape(1, 1, 1, 2)),
        "The two weights come back in the wrong order, as if the kernel were flipped. Layers correlate: no flip.",
        about=("kernels",),
    ),
    Misconception(
        "momentum",
        _descend(move=_momentum),
        "This is gradient descent with momentum. The task asks for the plain form.",
    ),
    Misconception(
        "solved_exactly",
        _solved_exactly,
        "The kernel is computed in one go (least squares), which is right, but it is not trained: `num_steps` and `lr` "
        "change nothing.",
    ),
    Misconception(
        "one_layer_for_all_calls",
        _OneLayerForAll(),
        "The layer is made outside of the function, so each call goes on where the one before stopped. Make a new one in "
        "each call.",
    ),
    Misconception(
        "fixed_image_size",
        _fixed_size,
        "The function reshapes X to 6 × 8, the image of the lesson. X and Y have four axes already: use them as they are.",
    ),
    Misconception(
        "writes_into_target",
        _writes_into_target,
        "Y is changed on the way (`Y -= ...`), so later steps aim at something else. Write `error = Y_hat - Y`.",
    ),
    Misconception(
        "returns_two_axes",
        _descend(give=lambda w: w.reshape(1, 2)),
        "The kernel comes back with two axes. The task asks for the weight as the layer keeps it: (1, 1, 1, 2).",
        about=("kernels",),
    ),
    Misconception(
        "returns_the_gradient",
        _last_of_the_loop(lambda w, X, Y: _slope(w, X, Y).reshape(1, 1, 1, 2)),
        "What comes back is the gradient, which tends to 0. Return the weight.",
        about=("kernels",),
    ),
    Misconception(
        "returns_the_loss",
        _last_of_the_loop(lambda w, X, Y: (_error(w, X, Y) ** 2).sum()),
        "What comes back is the loss. Return the weight.",
        about=("kernels",),
    ),
    Misconception(
        "returns_the_output",
        lambda X, Y, num_steps=10, lr=3e-2: _error(learn_kernel(X, Y, num_steps, lr).flatten(), X, Y) + Y,
        "What comes back is the layer's output. Return its weight.",
        about=("kernels",),
    ),
    Misconception(
        "squares_the_sum",
        _squares_the_sum,
        "The sum of the errors is squared, so errors of opposite signs cancel. Square each error, then add them up.",
    ),
)


TASK = Task(
    "learn_kernel",
    "code",
    8,
    "3.2",
    facets=(
        Facet(
            "kernels",
            0.5,
            "after 30 steps the weight is that of the hidden kernel, for several kernels and images; after 60 also of a small one",
        ),
        Facet("num_steps", 0.1875, "it makes exactly `num_steps` steps, also 0", form=True),
        Facet("lr", 0.1875, "the steps have the size that `lr` says, also 0", form=True),
        Facet("defaults", 0.0625, "without `num_steps` and `lr`: 10 steps at 0.03, with a finite result", form=True),
        Facet("inputs", 0.0625, "X and Y are left unchanged and may be slices of larger tensors", form=True),
    ),
    reference=learn_kernel,
    cases=cases,
    misconceptions=MISTAKES,
)
