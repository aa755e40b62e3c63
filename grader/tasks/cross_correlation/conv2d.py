"""Task `Conv2D`: the layer, one kernel and one bias as parameters."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn

from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.draws import signed, tolerance_with_bias
from grader.tasks.images import ASYMMETRIC, COUNTING, PICTURE, SEED_KERNEL, halves
from grader.tasks.model import Case, Facet, Misconception, Task


class Conv2D(nn.Module):
    """The reference layer: one kernel, one bias."""

    def __init__(self, kernel_size: tuple[int, int]):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        return corr2d(X, self.weight) + self.bias.double()


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    sizes = [((3, 3), (2, 2)), ((4, 5), (2, 3))] if public else [((5, 8), (1, 2)), ((8, 6), (3, 2))]
    readable = [(COUNTING, SEED_KERNEL, 1.5), (PICTURE, ASYMMETRIC, -0.5)]
    cases = []
    for number, (image, kernel) in enumerate(sizes):
        make: dict[str, Any] = {"how": "module", "args": (kernel,)}
        name = f"Conv2D({kernel}) on an image of {image}"
        drawn = signed(rng, *image), signed(rng, *kernel), (-1) ** number * float(rng.uniform(0.75, 1.5))
        X, weight, bias = readable[number] if public else drawn
        state = {"weight": weight, "bias": torch.tensor([bias])}
        shape = (image[0] - kernel[0] + 1, image[1] - kernel[1] + 1)
        cotangent = halves(*shape) if public else signed(rng, *shape)
        rounded = make | {"atol": tolerance_with_bias(X, **state)}
        cases += [
            Case("parameters", name, observe=("parameters",), **make),
            Case("bias", name, observe=("result",), state=state, image=X, **rounded),
            Case("behaviour", name, observe=("fresh", "again"), state=state, image=X, **rounded),
            Case("gradients", name, observe=("gradients",), state=state, image=X, cotangent=cotangent, **make),
        ]
    return cases


def _layer(
    weight: Callable[..., torch.Tensor] = torch.randn,
    bias: Callable[[], torch.Tensor] = lambda: nn.Parameter(torch.zeros(1)),
    forward: Callable[..., torch.Tensor] | None = None,
    register: Callable[..., Any] = nn.Parameter,
) -> type[nn.Module]:
    """Return the right layer class with parts replaced."""

    class Wrong(nn.Module):
        def __init__(self, kernel_size: tuple[int, int]):
            super().__init__()
            self.weight = register(weight(kernel_size))
            self.bias = bias()

        def forward(self, X: torch.Tensor) -> torch.Tensor:
            if forward:
                return forward(self, X)
            return corr2d(X, self.weight) + self.bias.double()

    return Wrong


class _NewWeightEachCall(nn.Module):
    def __init__(self, kernel_size: tuple[int, int]):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        return corr2d(X, torch.randn(self.weight.shape)) + self.bias


class _BiasOfShape(nn.Module):
    def __init__(self, kernel_size: tuple[int, int]):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(kernel_size))
        self.bias = nn.Parameter(torch.zeros(kernel_size))

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        return corr2d(X, self.weight) + self.bias


MISTAKES = (
    Misconception(
        "bias_never_added",
        _layer(forward=lambda self, X: corr2d(X, self.weight)),
        "The bias is declared but never added in `forward`. It starts at 0, which hides this until it is trained.",
        about=("bias",),
    ),
    Misconception(
        "weight_data",
        _layer(forward=lambda self, X: corr2d(X, self.weight.data) + self.bias.double()),
        "`forward` uses `weight.data` (or `.detach()`), so no gradient reaches the kernel: it would never learn.",
    ),
    Misconception(
        "gradients_switched_off",
        _layer(
            register=lambda t: nn.Parameter(t, requires_grad=False),
            bias=lambda: nn.Parameter(torch.zeros(1), requires_grad=False),
        ),
        "The parameters do not require gradients, so an optimizer has nothing to change.",
    ),
    Misconception(
        "bias_gradient_switched_off",
        _layer(bias=lambda: nn.Parameter(torch.zeros(1), requires_grad=False)),
        "The bias does not require a gradient, so it would never learn.",
    ),
    Misconception(
        "kernel_shape_transposed",
        _layer(weight=lambda size: torch.randn(tuple(size)[::-1])),
        "The kernel's shape is stored the wrong way round: `kernel_size` is (rows, columns).",
    ),
    Misconception(
        "not_a_parameter",
        _layer(register=lambda t: t, bias=lambda: torch.zeros(1)),
        "Weight and bias are plain tensors. Only `nn.Parameter` registers them, so that `net.parameters()` finds them.",
    ),
    Misconception(
        "not_registered",
        _layer(register=lambda t: t.requires_grad_(), bias=lambda: torch.zeros(1, requires_grad=True)),
        "Weight and bias are tensors with gradients, but not `nn.Parameter`s, so `net.parameters()` does not find them.",
    ),
    Misconception(
        "bias_not_a_parameter",
        _layer(bias=lambda: torch.zeros(1)),
        "The bias is a plain tensor. Only `nn.Parameter` registers it, so that `net.parameters()` finds it.",
    ),
    Misconception(
        "bias_starts_at_random",
        _layer(bias=lambda: nn.Parameter(torch.randn(1))),
        "The bias does not start at 0, as the text asks.",
    ),
    Misconception(
        "weight_not_a_parameter",
        _layer(register=lambda t: t.requires_grad_()),
        "The weight is a plain tensor. Only `nn.Parameter` registers it, so that `net.parameters()` finds it.",
    ),
    Misconception(
        "same_weights",
        _layer(weight=torch.ones),
        "Every new layer starts with the same weights. Draw them at random, `torch.randn(kernel_size)`, and do not seed "
        "the generator inside `__init__`.",
    ),
    Misconception(
        "new_weight_each_call",
        _NewWeightEachCall,
        "`forward` draws a new kernel in every call. Use `self.weight`, which `__init__` made once.",
    ),
    Misconception(
        "bias_subtracted",
        _layer(forward=lambda self, X: corr2d(X, self.weight) - self.bias.double()),
        "The bias is subtracted. It must be added.",
        about=("bias",),
    ),
    Misconception(
        "bias_multiplied",
        _layer(forward=lambda self, X: corr2d(X, self.weight) * self.bias.double()),
        "The output is multiplied by the bias. It must be added.",
        about=("bias",),
    ),
    Misconception(
        "bias_for_each_weight",
        _BiasOfShape,
        "The bias has the shape of the kernel. This layer has one bias, a single number, for all positions.",
    ),
    Misconception(
        "true_convolution",
        _layer(forward=lambda self, X: corr2d(X, self.weight.flip(0, 1)) + self.bias.double()),
        "This layer flips its kernel (true convolution). Layers correlate: they use the kernel as it is.",
        about=("bias",),
    ),
    Misconception(
        "kernel_transposed_in_forward",
        _layer(forward=lambda self, X: corr2d(X, self.weight.T) + self.bias.double()),
        "`forward` transposes the kernel.",
        about=("bias",),
    ),
    Misconception(
        "bias_added_before",
        _layer(forward=lambda self, X: corr2d(X + self.bias.double(), self.weight)),
        "The bias is added to the image, before the kernel is applied. It must be added to the output.",
        about=("bias",),
    ),
    Misconception(
        "activation_included",
        _layer(forward=lambda self, X: (corr2d(X, self.weight) + self.bias.double()).relu()),
        "Negative outputs are cut off (ReLU). The activation is not part of this layer.",
        about=("bias",),
    ),
    Misconception(
        "bias_added_to_the_kernel",
        _layer(forward=lambda self, X: corr2d(X, self.weight.double() + self.bias.double())),
        "The bias is added to the kernel, so each output gets it once for every pixel of its window, times that pixel. It is "
        "added to the result.",
    ),
)


TASK = Task(
    "Conv2D",
    "module",
    4,
    "1.5",
    facets=(
        Facet(
            "parameters",
            0.25,
            "weight and bias are registered parameters of the right shape with gradients; the bias starts at 0",
            form=True,
        ),
        Facet("bias", 0.25, "the output is the cross-correlation plus the bias"),
        Facet("behaviour", 0.25, "two new layers differ, and two calls of one layer agree", form=True),
        Facet("gradients", 0.25, "the gradients of weight and bias", form=True),
    ),
    reference=Conv2D,
    cases=cases,
    needs=("corr2d",),
    misconceptions=MISTAKES,
)
