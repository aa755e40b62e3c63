"""Task `comp_conv2d`: a layer called on a plain image, axes added and removed."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn

from grader.tasks.draws import signed, tolerance_with_bias
from grader.tasks.images import ASYMMETRIC, COUNTING, LARGE_PICTURE, SEED_KERNEL, STRIPES, halves
from grader.tasks.model import Case, Facet, Input, Layer, Misconception, Task
from grader.tasks.padding_and_stride.output_size import output_size


def comp_conv2d(conv2d: nn.Module, X: torch.Tensor) -> torch.Tensor:
    """In [32] of the seed: two axes on, apply, two axes off."""
    Y = conv2d(X.reshape((1, 1) + X.shape))
    return Y.reshape(Y.shape[2:])


def _layer(weight: torch.Tensor, bias: float | None = None, **settings: object) -> Layer:
    """Return a layer with one channel in and one out."""
    arguments = {"in_channels": 1, "out_channels": 1, "kernel_size": tuple(weight.shape), **settings}
    state = {"weight": weight[None, None]}
    if bias is None:
        return Layer(arguments | {"bias": False}, state)
    return Layer(arguments, state | {"bias": torch.tensor([bias])})


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        difference = torch.tensor([[1.0, -1.0]])
        values = [
            (_layer(difference, 0.5), STRIPES),
            (_layer(ASYMMETRIC, 1.0, padding=(1, 0), stride=(2, 1)), LARGE_PICTURE[:4, :5]),
            (_layer(torch.tensor([[1.0, -2.0, 0.5]]), padding=(0, 1)), LARGE_PICTURE[:3, :4]),  # Y is as large as X
        ]
        singleton = [(_layer(difference, 0.5), STRIPES[:1]), (_layer(SEED_KERNEL, 1.0), COUNTING[:, :2])]
        gradient = [(_layer(SEED_KERNEL, 1.0), COUNTING)]
    else:
        sizes: list[tuple[Any, ...]] = [
            ((6, 9), (2, 3), {}),
            ((8, 6), (3, 2), {"stride": (1, 2), "padding": (2, 1)}),
            ((7, 5), (3, 3), {"padding": 1}),
        ]
        values = [(_layer(signed(rng, *k), 1.5 + i, **more), signed(rng, *n)) for i, (n, k, more) in enumerate(sizes)]
        values.append((_layer(signed(rng, 2, 2), stride=(2, 3)), signed(rng, 5, 8)))
        sizes = [((1, 7), (1, 3)), ((6, 1), (2, 1)), ((5, 3), (2, 3)), ((3, 6), (3, 2)), ((2, 2), (2, 2))]
        singleton = [(_layer(signed(rng, *k), -2.5), signed(rng, *n)) for n, k in sizes]
        sizes = [((5, 7), (2, 3), {"padding": (1, 0)}), ((6, 4), (3, 2), {"stride": (2, 1)})]
        gradient = [(_layer(signed(rng, *k), 0.75, **more), signed(rng, *n)) for n, k, more in sizes]
    cases = [Case("values", _layer_name(*pair), pair, atol=_rounding(*pair)) for pair in values]
    cases += [Case("singleton", _layer_name(*pair), pair, atol=_rounding(*pair)) for pair in singleton]
    for layer, X in gradient:
        size = [
            output_size(n, k, s, p)
            for n, k, s, p in zip(
                X.shape,
                layer.arguments["kernel_size"],
                layer.arguments.get("stride", (1, 1)),
                layer.arguments.get("padding", (0, 0)),
                strict=True,
            )
        ]
        pair, seen = (layer, Input(X, grad=True)), ("result", "gradients")
        settings: dict[str, Any] = {
            "observe": seen,
            "cotangent": halves(*size) if public else signed(rng, *size),
            "atol": _rounding(layer, X),
        }
        cases.append(Case("gradient", _layer_name(layer, X), pair, **settings))
    return cases


def _rounding(layer: Layer, X: torch.Tensor) -> float:
    return tolerance_with_bias(X, layer.state["weight"], layer.state.get("bias", torch.zeros(1)))


def _layer_name(layer: Layer, X: torch.Tensor) -> str:
    return f"a layer with kernel_size {layer.arguments['kernel_size']} on an image of {tuple(X.shape)}"


def _without_gradient(conv2d: nn.Conv2d, X: torch.Tensor) -> torch.Tensor:
    with torch.no_grad():
        return comp_conv2d(conv2d, X)


def _own_weights(conv2d: Any, X: torch.Tensor) -> torch.Tensor:
    twin = nn.Conv2d(1, 1, conv2d.kernel_size, padding=conv2d.padding, stride=conv2d.stride)
    return comp_conv2d(twin, X)


def _bare(*settings: str) -> Callable[..., torch.Tensor]:
    """Return what comes out when the layer's weight is used without some of its settings."""

    def wrong(conv2d: nn.Conv2d, X: torch.Tensor) -> torch.Tensor:
        kept: dict[str, Any] = {"bias": conv2d.bias, "stride": conv2d.stride, "padding": conv2d.padding}
        kept = {name: value for name, value in kept.items() if name not in settings}
        return nn.functional.conv2d(X[None, None], conv2d.weight, **kept)[0, 0]

    return wrong


MISTAKES = (
    Misconception(
        "image_size_hard_coded",
        lambda conv2d, X: conv2d(X.reshape(1, 1, 6, 8))[0, 0],
        "The image size is written into the code, (1, 1, 6, 8). Take it from the image: `(1, 1) + X.shape`.",
    ),
    Misconception(
        "only_the_batch_axis_removed",
        lambda conv2d, X: conv2d(X[None, None])[0],
        "Only the batch axis is taken off. The channel axis has to go too: the result has two axes, like the image.",
    ),
    Misconception(
        "no_axis_removed",
        lambda conv2d, X: conv2d(X[None, None]),
        "The two axes in front are still there. Take them off again: `Y.reshape(Y.shape[2:])`.",
    ),
    Misconception(
        "squeezed",
        lambda conv2d, X: conv2d(X[None, None]).squeeze(),
        "`squeeze()` removes every axis of size 1, so a result with a single row or column loses that too. Remove the first two.",
    ),
    Misconception(
        "squeezed_in_part",
        lambda conv2d, X: conv2d(X[None, None]).squeeze(0).squeeze(-1).squeeze(0),
        "An axis of size 1 at the end is removed too. Only the first two axes have to go.",
    ),
    Misconception(
        "shape_of_the_input",
        lambda conv2d, X: conv2d(X[None, None]).reshape(X.shape),
        "The result gets the shape of the image. It has its own, `Y.shape[2:]`, which is smaller unless the padding makes up for it.",
    ),
    Misconception(
        "no_gradient",
        _without_gradient,
        "No gradient can flow back (`no_grad`, `.detach()`, `.data` or a detour through NumPy), so nothing would be learned.",
    ),
    Misconception(
        "detached_input",
        lambda conv2d, X: comp_conv2d(conv2d, X.detach()),
        "The image is detached, so no gradient reaches it.",
    ),
    Misconception(
        "detached_layer",
        lambda conv2d, X: nn.functional.conv2d(
            X[None, None], conv2d.weight.detach(), conv2d.bias.detach(), conv2d.stride, conv2d.padding
        )[0, 0],
        "No gradient reaches the layer's weights: they are detached, or a copy is used instead.",
    ),
    Misconception(
        "a_new_layer",
        _own_weights,
        "The function makes a layer of its own, with other weights. Call the one it is given.",
        by_chance=True,
    ),
    Misconception(
        "bias_forgotten", _bare("bias"), "The layer's bias is missing. Call the layer: it does all of its work itself."
    ),
    Misconception(
        "stride_forgotten",
        _bare("stride"),
        "The layer's stride is not used. Call the layer: it does all of its work itself.",
    ),
    Misconception(
        "padding_forgotten",
        _bare("padding"),
        "The layer's padding is not used. Call the layer: it does all of its work itself.",
    ),
    Misconception(
        "weight_only",
        _bare("bias", "stride", "padding"),
        "Only the layer's weight is used, without its bias, stride and padding. Call the layer: it does all of its work itself.",
    ),
    Misconception(
        "image_without_axes",
        lambda conv2d, X: conv2d(X),
        "The layer cannot read what it gets. It wants two more axes in front of rows and columns, one for several images and "
        "one for channels: `(1, 1) + X.shape`.",
    ),
    Misconception(
        "transposed_image", lambda conv2d, X: comp_conv2d(conv2d, X.T), "Rows and columns of the image are swapped."
    ),
    Misconception(
        "rows_and_columns_swapped",
        lambda conv2d, X: comp_conv2d(conv2d, X.reshape(X.shape[::-1])),
        "The image is read with rows and columns swapped: the shape is (1, 1, rows, columns).",
    ),
    Misconception(
        "result_transposed", lambda conv2d, X: comp_conv2d(conv2d, X).T, "Rows and columns of the result are swapped."
    ),
    Misconception(
        "applied_twice", lambda conv2d, X: comp_conv2d(conv2d, comp_conv2d(conv2d, X)), "The layer is applied twice."
    ),
    Misconception(
        "flattened",
        lambda conv2d, X: conv2d(X[None, None]).reshape(-1),
        "The result is one long row of numbers. Keep its rows and columns: `Y.shape[2:]`.",
    ),
    Misconception(
        "first_row_only",
        lambda conv2d, X: conv2d(X[None, None])[0, 0, 0],
        "One axis too many is taken off, so only the first row of the result is left.",
    ),
)


TASK = Task(
    "comp_conv2d",
    "code",
    2,
    "4.4",
    facets=(
        Facet("values", 0.50, "layers of several kernel sizes, strides and paddings on images that are not square"),
        Facet("singleton", 0.25, "images and results with a single row or column", form=True),
        Facet("gradient", 0.25, "the gradient reaches the image and the layer's weight and bias", form=True),
    ),
    reference=comp_conv2d,
    cases=cases,
    misconceptions=MISTAKES,
)
