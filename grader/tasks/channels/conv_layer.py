"""Task `conv_layer`: several output channels, each with its own bias."""

from collections.abc import Callable

import numpy as np
import torch

from grader.tasks.case_names import case_name
from grader.tasks.channels.corr2d_multi_in import corr2d_multi_in
from grader.tasks.channels.corr2d_multi_in_out import corr2d_multi_in_out
from grader.tasks.channels.images import SEED_KERNELS, TWO_COUNTING, draw_layers
from grader.tasks.draws import signed
from grader.tasks.images import halves
from grader.tasks.model import Case, Facet, Misconception, Task


def conv_layer(X: torch.Tensor, K: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """The reference: b[o] is added to every number of output channel o."""
    return torch.stack([y + bias.double() for y, bias in zip(corr2d_multi_in_out(X, K), b, strict=True)])


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        weight = torch.stack([SEED_KERNELS, SEED_KERNELS + 1, SEED_KERNELS + 2])
        inputs = [
            ("bias", TWO_COUNTING, weight, torch.tensor([0.5, -100.0, 1.0])),
            ("width", halves(3, 3, 4), halves(3, 3, 2, 2), torch.tensor([1.0, -2.0, 4.0])),
        ]
    else:
        sizes = [(2, (5, 7), 4, (3, 2)), (3, (4, 6), 2, (2, 4)), (2, (4, 5), 1, (2, 3))]
        inputs = [("bias", X, K, 3 * signed(rng, len(K))) for X, K in draw_layers(rng, sizes)]
        sizes = [(2, (6, 4), 3, (2, 2)), (2, (4, 6), 3, (2, 2)), (3, (5, 4), 4, (2, 1))]  # as wide, as high, both
        inputs += [("width", X, K, 3 * signed(rng, len(K))) for X, K in draw_layers(rng, sizes)]
    return [Case(facet, case_name(X, K, b), (X, K, b)) for facet, X, K, b in inputs]


def _biased(add: Callable[[torch.Tensor, torch.Tensor], torch.Tensor]) -> Callable[..., torch.Tensor]:
    """Return a wrong `conv_layer` that does `add(Y, b)` instead of adding b[o] to channel o."""
    return lambda X, K, b: add(corr2d_multi_in_out(X, K), b.double()).float()


MISTAKES = (
    Misconception(
        "one_bias_for_all",
        _biased(lambda Y, b: Y + b[0]),
        "`b[0]` is added to every channel. Each output channel has a bias of its own: `b[o]`.",
        before=lambda X, K, b: (X, K, b[:1].expand(len(b))),
    ),
    Misconception(
        "last_bias_for_all",
        _biased(lambda Y, b: Y + b[-1]),
        "The last bias is added to every channel. Each output channel has its own: `b[o]`.",
    ),
    Misconception(
        "bias_along_columns",
        _biased(lambda Y, b: Y + b),
        "`Y + b` lines b up with the last axis, the columns: an error, unless there are as many columns as channels. "
        "Reshape b to `(-1, 1, 1)`.",
    ),
    Misconception(
        "bias_along_rows",
        _biased(lambda Y, b: Y + b[:, None]),
        "b has the shape `(c_out, 1)`, which lines up with the rows. Channels are three axes from the end: reshape b to "
        "`(-1, 1, 1)`.",
    ),
    Misconception("bias_never_added", _biased(lambda Y, b: Y), "The bias is never added."),
    Misconception(
        "bias_summed",
        _biased(lambda Y, b: Y + b.sum()),
        "The sum of all biases is added to every channel. Each has its own: `b[o]`.",
    ),
    Misconception(
        "bias_averaged",
        _biased(lambda Y, b: Y + b.mean()),
        "The mean of all biases is added to every channel. Each has its own: `b[o]`.",
        before=lambda X, K, b: (X, K, b.mean().expand(len(b))),
    ),
    Misconception(
        "bias_subtracted",
        _biased(lambda Y, b: Y - b.reshape(-1, 1, 1)),
        "The bias is subtracted. It is added.",
        before=lambda X, K, b: (X, K, -b),
    ),
    Misconception(
        "bias_multiplied",
        _biased(lambda Y, b: Y * b.reshape(-1, 1, 1)),
        "The output is multiplied by the bias. It is added.",
    ),
    Misconception(
        "bias_in_reverse_order",
        _biased(lambda Y, b: Y + b.flip(0).reshape(-1, 1, 1)),
        "The biases are used in reverse order. `b[o]` belongs to output channel o.",
        before=lambda X, K, b: (X, K, b.flip(0)),
    ),
    Misconception(
        "bias_for_each_input",
        lambda X, K, b: (corr2d_multi_in_out(X, K) + len(X) * b.double().reshape(-1, 1, 1)).float(),
        "The bias is added once for every input channel. It is added once for each output channel, after the sum.",
    ),
    Misconception(
        "bias_added_twice",
        _biased(lambda Y, b: Y + 2 * b.reshape(-1, 1, 1)),
        "The bias is added twice.",
        before=lambda X, K, b: (X, K, 2 * b),
    ),
    Misconception(
        "bias_added_before",
        lambda X, K, b: torch.stack([corr2d_multi_in(X + c, k) for k, c in zip(K, b, strict=True)]).float(),
        "The bias is added to the image, before the kernels are applied. It is added to the output.",
    ),
    Misconception(
        "bias_in_the_corner",
        _biased(lambda Y, b: Y + torch.nn.functional.pad(b.reshape(-1, 1, 1), (0, Y.shape[2] - 1, 0, Y.shape[1] - 1))),
        "The bias is added at one place only. It belongs to every number of its channel.",
    ),
    Misconception(
        "bias_in_the_first_row",
        _biased(lambda Y, b: torch.cat([Y[:, :1] + b.reshape(-1, 1, 1), Y[:, 1:]], 1)),
        "The bias is added to the first row of each map only. It belongs to every number of its channel.",
    ),
    Misconception(
        "outer_sum",
        _biased(lambda Y, b: Y[None] + b.reshape(-1, 1, 1, 1)),
        "Every bias is added to every channel, which gives one axis too many. Reshape b to `(-1, 1, 1)`.",
    ),
    Misconception(
        "activation_included",
        _biased(lambda Y, b: (Y + b.reshape(-1, 1, 1)).relu()),
        "Negative outputs are cut off (ReLU). The activation is not part of this layer.",
    ),
    Misconception(
        "outputs_reversed",
        _biased(lambda Y, b: Y.flip(0) + b.reshape(-1, 1, 1)),
        "The output channels are in reverse order.",
    ),
    Misconception(
        "reads_output",
        _biased(lambda Y, b: torch.zeros_like(Y) + b.reshape(-1, 1, 1)),
        "Only the bias is left: the cross-correlation gives 0. Which `corr2d` does this call?",
    ),
)


TASK = Task(
    "conv_layer",
    "code",
    2,
    "5.3",
    facets=(
        Facet("bias", 0.5, "every output channel gets its own bias"),
        Facet("width", 0.5, "also where the output has as many columns or rows as channels", form=True),
    ),
    reference=conv_layer,
    cases=cases,
    needs=("corr2d_multi_in", "corr2d_multi_in_out"),
    misconceptions=MISTAKES,
)
