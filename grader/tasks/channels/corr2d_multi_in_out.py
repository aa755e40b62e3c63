"""Task `corr2d_multi_in_out`: one map for each kernel of several input channels."""

from collections.abc import Callable

import numpy as np
import torch

from grader.tasks.case_names import case_name
from grader.tasks.channels.corr2d_multi_in import corr2d_multi_in
from grader.tasks.channels.images import SEED_KERNELS, TWO_COUNTING, draw_layers
from grader.tasks.cross_correlation.corr2d import corr2d
from grader.tasks.images import halves
from grader.tasks.model import Case, Facet, Misconception, Task


def corr2d_multi_in_out(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """The reference: one map for each kernel K[o], which spans all input channels."""
    return torch.stack([corr2d_multi_in(X, k) for k in K])


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        weight = torch.stack([SEED_KERNELS, SEED_KERNELS + 1, SEED_KERNELS + 2])  # In [54]
        channels = [(TWO_COUNTING, weight), (halves(3, 3, 4), halves(2, 3, 2, 1, start=4))]
        kernels = [(halves(2, 3, 4), halves(2, 2, 1, 2, start=1)), (halves(2, 2, 3), halves(4, 2, 2, 2))]
        single = [(TWO_COUNTING, weight[1:2]), (TWO_COUNTING[:1], weight[:, :1])]
    else:
        channels = draw_layers(rng, [(2, (5, 7), 4, (3, 2)), (4, (6, 4), 2, (2, 3)), (3, (4, 6), 5, (1, 2))])
        kernels = draw_layers(rng, [(3, (5, 6), 3, (2, 4)), (2, (4, 5), 3, (2, 2)), (5, (3, 4), 2, (2, 1))])
        single = draw_layers(rng, [(1, (5, 4), 3, (2, 3)), (3, (4, 6), 1, (3, 2)), (1, (4, 5), 1, (2, 2))])
    named = (("channels", channels), ("kernels", kernels), ("single", single))
    return [Case(facet, case_name(X, K), (X, K)) for facet, pairs in named for X, K in pairs]


def _each(kernel: Callable[[torch.Tensor, int], torch.Tensor]) -> Callable[..., torch.Tensor]:
    """Return a wrong `corr2d_multi_in_out` that uses `kernel(K, o)` for output channel o."""
    return lambda X, K: torch.stack([corr2d_multi_in(X, kernel(K, o)) for o in range(len(K))]).float()


def _after(change: Callable[[torch.Tensor], torch.Tensor]) -> Callable[..., torch.Tensor]:
    """Return the right `corr2d_multi_in_out` with a wrong last step."""
    return lambda X, K: change(corr2d_multi_in_out(X, K)).float()


def ignores_k(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """In [52] of the seed: `k` is never used, and all of K, with its four axes, fits nowhere."""
    return torch.stack([corr2d_multi_in(X, K) for k in K])


def _loops_over_input(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    return torch.stack([corr2d_multi_in(X, K[c]) for c in range(X.shape[0])]).float()


def _depthwise(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """Output o sees input o only; with more outputs than inputs it starts again from the first."""
    return torch.stack([corr2d(X[o % len(X)], k[o % len(X)]) for o, k in enumerate(K)]).float()


def _zipped(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """zip(X, K) pairs input channel c with all the kernels of output channel c."""
    return torch.stack([sum(corr2d(x, one) for one in k) for x, k in zip(X, K, strict=False)]).float()  # type: ignore[misc]  # `sum` starts at 0, and there is a channel


def _compares_input_with_output(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    if X.shape[0] != K.shape[0]:
        raise ValueError("X and K have different numbers of channels")
    return corr2d_multi_in_out(X, K).float()


MISTAKES = (
    Misconception(
        "ignores_k",
        ignores_k,
        "Every pass stops with an error. Is `k` used inside the loop? It holds the kernels of one output channel; all of K "
        "has one axis too many.",
        about=("kernels",),
    ),
    Misconception(
        "first_output_for_all",
        _each(lambda K, o: K[0]),
        "All output channels are the same: each pass uses `K[0]`. Output channel o belongs to `K[o]`.",
        about=("kernels",),
    ),
    Misconception(
        "last_output_for_all",
        _each(lambda K, o: K[-1]),
        "All output channels are the same, those of the last kernel. Output channel o belongs to `K[o]`.",
        about=("kernels",),
    ),
    Misconception(
        "stacked_on_last_axis",
        _after(lambda Y: Y.movedim(0, -1)),
        "The maps are stacked along the last axis. The output channels come first: `torch.stack(maps, 0)`.",
        about=("channels",),
    ),
    Misconception(
        "stacked_on_middle_axis",
        _after(lambda Y: Y.movedim(0, 1)),
        "The maps are stacked along axis 1. The output channels come first: `torch.stack(maps, 0)`.",
        about=("channels",),
    ),
    Misconception(
        "maps_below_each_other",
        _after(lambda Y: Y.flatten(0, 1)),
        "The maps are joined below each other (`torch.cat`), as one tall image. `torch.stack` gives them an axis of their own.",
        about=("channels",),
    ),
    Misconception(
        "loops_over_input_channels",
        _loops_over_input,
        "The loop runs over the input channels. There is one map for each output channel: loop over `len(K)`.",
    ),
    Misconception(
        "depthwise",
        _depthwise,
        "Each output channel sees a single input channel. Every output channel is a sum over all of them.",
        about=("channels",),
    ),
    Misconception(
        "image_paired_with_outputs",
        _zipped,
        "`zip(X, K)` pairs input channels with output channels. Each `K[o]` needs all of X.",
    ),
    Misconception(
        "outputs_summed",
        _after(lambda Y: Y.sum(0)),
        "The output channels are added up. Only input channels are: each kernel keeps its own map.",
    ),
    Misconception(
        "outputs_summed_axis_kept",
        _after(lambda Y: Y.sum(0, keepdim=True)),
        "The output channels are added up into one. Only input channels are: each kernel keeps its own map.",
    ),
    Misconception(
        "outputs_averaged",
        _after(lambda Y: Y.mean(0)),
        "The output channels are averaged into one map. Each kernel keeps its own.",
    ),
    Misconception(
        "only_first_output",
        _after(lambda Y: Y[:1]),
        "Only the first output channel is there: is the `return` inside the loop?",
    ),
    Misconception(
        "only_first_output_without_axis",
        _after(lambda Y: Y[0]),
        "Only the first map is returned: is the `return` inside the loop?",
    ),
    Misconception(
        "only_last_output",
        _after(lambda Y: Y[-1]),
        "Only the last map is returned: `=` overwrites it in each pass. Collect them in a list.",
    ),
    Misconception(
        "last_output_missing",
        _after(lambda Y: Y[:-1]),
        "The last output channel is missing. `range(n)` already stops at n − 1.",
        about=("channels",),
    ),
    Misconception(
        "outputs_in_reverse_order",
        _after(lambda Y: Y.flip(0)),
        "The output channels are in reverse order. Output channel o belongs to `K[o]`.",
        about=("kernels",),
        before=lambda X, K: (X, K.flip(0)),
    ),
    Misconception(
        "running_total",
        _after(lambda Y: Y.cumsum(0)),
        "Each output channel also holds those before it: set the sum back to 0 for every kernel.",
        about=("channels",),
    ),
    Misconception(
        "weight_axes_swapped",
        lambda X, K: corr2d_multi_in_out(X, K.transpose(0, 1)).float(),
        "The first two axes of K are mixed up. K is (c_out, c_in, h, w): output channels first.",
    ),
    Misconception(
        "weight_axes_scrambled",
        lambda X, K: corr2d_multi_in_out(X, K.transpose(0, 1).reshape(K.shape)).float(),
        "The kernels are mixed up by a `reshape`, which moves no axis: it reads the same numbers in another form. `K[o, c]` is the "
        "kernel from input c to output o already.",
    ),
    Misconception(
        "kernels_in_reverse_order",
        _each(lambda K, o: K[o].flip(0)),
        "The kernels of each output channel are used in reverse order: input channel c belongs to `K[o, c]`.",
        about=("kernels",),
        before=lambda X, K: (X, K.flip(1)),
    ),
    Misconception(
        "one_kernel_for_each_output",
        _each(lambda K, o: K[o, :1].expand_as(K[o])),
        "Every input channel meets `K[o, 0]`. There is a kernel for each pair: `K[o, c]` for input channel c.",
        about=("kernels",),
    ),
    Misconception(
        "only_first_input",
        lambda X, K: corr2d_multi_in_out(X[:1], K[:, :1]).float(),
        "Only the first input channel counts. Every output channel is a sum over all of them.",
        about=("channels",),
    ),
    Misconception(
        "only_last_input",
        lambda X, K: corr2d_multi_in_out(X[-1:], K[:, -1:]).float(),
        "Only the last input channel counts: the lost channel of 5.2. Add inside the loop.",
        about=("channels",),
    ),
    Misconception(
        "inputs_averaged",
        lambda X, K: corr2d_multi_in_out(X, K).float() / len(X),
        "The input channels are averaged. They are added up.",
        about=("channels",),
    ),
    Misconception(
        "inputs_added_first",
        lambda X, K: corr2d_multi_in_out(X.sum(0, keepdim=True), K.sum(1, keepdim=True)).float(),
        "The channels are added up before they are correlated. Correlate each with its own kernel first.",
        about=("channels",),
    ),
    Misconception(
        "input_axis_kept",
        lambda X, K: torch.stack(
            [torch.stack([corr2d(x, one) for x, one in zip(X, k, strict=True)]) for k in K]
        ).float(),
        "There is a map for each pair of channels. The input channels still have to be added up.",
        about=("channels",),
    ),
    Misconception(
        "flipped_kernels",
        lambda X, K: corr2d_multi_in_out(X, K.flip(2, 3)).float(),
        "Every kernel is flipped both ways: this is the true convolution. Use the kernels as they are.",
        about=("channels",),
        before=lambda X, K: (X, K.flip(2, 3)),
    ),
    Misconception(
        "batch_axis_kept",
        _after(lambda Y: Y[None]),
        "The numbers are right, but the batch axis that `conv2d` wants is still there. Take it off with `[0]`.",
        about=("channels",),
    ),
    Misconception(
        "axes_of_size_1_dropped",
        _after(lambda Y: Y.squeeze()),
        "`squeeze()` drops every axis of size 1, also the channel axis when there is one output channel. Keep (c_out, rows, "
        "columns).",
    ),
    Misconception(
        "input_compared_with_output",
        _compares_input_with_output,
        "It refuses an image whose channels differ in number from the outputs. Those may differ: `X.shape[0]` must equal "
        "`K.shape[1]`.",
    ),
    Misconception(
        "reads_output",
        _after(torch.zeros_like),
        "Every result is 0. Which `corr2d` does this call? The retyped one of notebook 1 reads Y instead of X.",
    ),
)


TASK = Task(
    "corr2d_multi_in_out",
    "code",
    4,
    "5.3",
    facets=(
        Facet("channels", 0.5, "more output than input channels, and fewer"),
        Facet("kernels", 0.375, "every output channel has its own kernels, in the order of K"),
        Facet("single", 0.125, "one channel in or out: the result keeps its three axes", form=True),
    ),
    reference=corr2d_multi_in_out,
    cases=cases,
    needs=("corr2d_multi_in",),
    misconceptions=MISTAKES,
)
