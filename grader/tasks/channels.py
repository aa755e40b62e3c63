"""Assignment 5, channels and 1 x 1: its eight tasks, in the order of the notebook."""

import numpy as np
import torch

from grader.tasks.channel_mistakes import (
    FIRST_KERNEL,
    LAST_CHANNEL,
    MEAN,
    MULTI_IN_MISCONCEPTIONS,
    STACKED,
    SUMMED_FIRST,
    corr2d_multi_in,
)
from grader.tasks.draws import signed
from grader.tasks.exposing import judge_exposing_channels
from grader.tasks.model import Case, Facet, Input, Misconception, Task
from grader.tasks.output_channel_mistakes import (
    CONV_LAYER_MISCONCEPTIONS,
    MULTI_IN_OUT_MISCONCEPTIONS,
    ONE_BY_ONE_MISCONCEPTIONS,
    conv_layer,
    corr2d_multi_in_out,
    corr2d_multi_in_out_1x1,
)
from grader.tasks.rounding import (
    SAME_RESULT_FACETS,
    SAME_RESULT_MISCONCEPTIONS,
    same_result,
    same_result_cases,
)

COUNTING = torch.stack([torch.arange(9.0).reshape(3, 3), torch.arange(1.0, 10.0).reshape(3, 3)])  # In [49]
SEED_KERNELS = torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]])
INTEGER_KERNELS = torch.tensor([[[1, 2], [3, 4]], [[4, 5], [5, 6]]])  # In [41]


def _halves(*shape, start=0):
    """Small multiples of 1/2 in no simple order: every sum is exact in float32, and can be checked by hand."""
    count = torch.arange(start, start + int(np.prod(shape)))
    return ((count * 7 % 11) / 2.0 - 2.0).reshape(shape)


def _sizes(*tensors):
    shapes = [tuple((t.value if isinstance(t, Input) else t).shape) for t in tensors]
    return ", ".join(f"{name} {shape}" for name, shape in zip("XKb", shapes, strict=False))


# -- input channels ----------------------------------------------------------------------------------------------


def multi_in_cases(rng, public):
    if public:
        two = [(COUNTING, SEED_KERNELS), (_halves(2, 3, 4), _halves(2, 2, 1, start=5))]
        several = [(_halves(3, 3, 4), _halves(3, 1, 2, start=3)), (COUNTING[:1], SEED_KERNELS[:1])]
        integer = [(COUNTING / 2, INTEGER_KERNELS)]
        mismatch = [
            (COUNTING, _halves(3, 2, 2)),
            (COUNTING, SEED_KERNELS[:1]),
            (COUNTING, _halves(2, 3, 2)),
        ]
    else:

        def draw(*sizes):
            return [(signed(rng, c, *image), signed(rng, c, *kernel)) for c, image, kernel in sizes]

        two = draw((2, (5, 7), (3, 2)), (2, (7, 4), (1, 3)), (2, (4, 5), (2, 4)))
        several = draw((3, (5, 6), (2, 3)), (4, (6, 4), (3, 2)), (1, (4, 6), (2, 2)), (5, (3, 4), (1, 2)))
        integer = [(X, torch.from_numpy(rng.integers(-9, 10, tuple(K.shape)))) for X, K in draw((2, (5, 4), (2, 3)))]
        integer += [(X, torch.from_numpy(rng.integers(-9, 10, tuple(K.shape)))) for X, K in draw((3, (4, 6), (3, 2)))]
        counts = [(2, 3), (3, 2), (1, 3), (3, 1), (2, 2), (3, 3)]
        mismatch = [(signed(rng, x, 4, 5), signed(rng, k, 2, 3)) for x, k in rng.permutation(counts)]
    cases = []
    for facet, pairs in (("two", two), ("several", several), ("integer", integer)):
        cases += [Case(facet, _sizes(X, K), (X, K)) for X, K in pairs]
    return cases + [Case("mismatch", _sizes(X, K), (X, K), observe=()) for X, K in mismatch]


# -- output channels ---------------------------------------------------------------------------------------------


def _layers(rng, sizes):
    """Return (X, K) for each (c_in, image, c_out, kernel)."""
    return [(signed(rng, c, *image), signed(rng, o, c, *kernel)) for c, image, o, kernel in sizes]


def multi_in_out_cases(rng, public):
    if public:
        weight = torch.stack([SEED_KERNELS, SEED_KERNELS + 1, SEED_KERNELS + 2])  # In [54]
        channels = [(COUNTING, weight), (_halves(3, 3, 4), _halves(2, 3, 2, 1, start=4))]
        kernels = [(_halves(2, 3, 4), _halves(2, 2, 1, 2, start=1)), (_halves(2, 2, 3), _halves(4, 2, 2, 2))]
        single = [(COUNTING, weight[1:2]), (COUNTING[:1], weight[:, :1])]
    else:
        channels = _layers(rng, [(2, (5, 7), 4, (3, 2)), (4, (6, 4), 2, (2, 3)), (3, (4, 6), 5, (1, 2))])
        kernels = _layers(rng, [(3, (5, 6), 3, (2, 4)), (2, (4, 5), 3, (2, 2)), (5, (3, 4), 2, (2, 1))])
        single = _layers(rng, [(1, (5, 4), 3, (2, 3)), (3, (4, 6), 1, (3, 2)), (1, (4, 5), 1, (2, 2))])
    named = (("channels", channels), ("kernels", kernels), ("single", single))
    return [Case(facet, _sizes(X, K), (X, K)) for facet, pairs in named for X, K in pairs]


def conv_layer_cases(rng, public):
    if public:
        weight = torch.stack([SEED_KERNELS, SEED_KERNELS + 1, SEED_KERNELS + 2])
        inputs = [
            ("bias", COUNTING, weight, torch.tensor([0.5, -100.0, 1.0])),
            ("width", _halves(3, 3, 4), _halves(3, 3, 2, 2), torch.tensor([1.0, -2.0, 4.0])),
        ]
    else:
        sizes = [(2, (5, 7), 4, (3, 2)), (3, (4, 6), 2, (2, 4)), (2, (4, 5), 1, (2, 3))]
        inputs = [("bias", X, K, 3 * signed(rng, len(K))) for X, K in _layers(rng, sizes)]
        sizes = [(2, (6, 4), 3, (2, 2)), (2, (4, 6), 3, (2, 2)), (3, (5, 4), 4, (2, 1))]  # as wide, as high, both
        inputs += [("width", X, K, 3 * signed(rng, len(K))) for X, K in _layers(rng, sizes)]
    return [Case(facet, _sizes(X, K, b), (X, K, b)) for facet, X, K, b in inputs]


def one_by_one_cases(rng, public):
    if public:
        mixed = [(COUNTING, torch.tensor([[1.0, 1.0], [1.0, -1.0], [0.0, 0.5]]).reshape(3, 2, 1, 1))]
        mixed += [(_halves(3, 2, 4), _halves(2, 3, 1, 1, start=3))]
        single = [(COUNTING[:1], _halves(2, 1, 1, 1)), (COUNTING, torch.tensor([1.0, -0.5]).reshape(1, 2, 1, 1))]
        views = [(Input(_halves(2, 3, 4), layout="cropped"), _halves(3, 2, 1, 1, start=3))]
    else:
        one = (1, 1)
        mixed = _layers(rng, [(3, (4, 6), 2, one), (2, (5, 3), 4, one), (4, (3, 5), 3, one), (3, (2, 7), 3, one)])
        single = _layers(rng, [(1, (4, 3), 3, one), (3, (3, 5), 1, one)])
        views = [
            (Input(X, layout=layout), K)
            for layout, (X, K) in zip(
                ("cropped", "transposed"), _layers(rng, [(3, (4, 5), 2, one), (2, (3, 6), 3, one)]), strict=True
            )
        ]
    named = (("mixed", mixed), ("single", single), ("views", views))
    return [Case(facet, _sizes(X, K), (X, K)) for facet, pairs in named for X, K in pairs]


# -- values ------------------------------------------------------------------------------------------------------

COUNTS = {"color": [216, 8], "stride": [216, 8], "one_by_one": [6, 2], "dense": [486, 18]}

COUNT_MISCONCEPTIONS = (
    Misconception(
        "one_kernel_for_each_output",
        {"color": [72, 8], "stride": [72, 8], "one_by_one": [2, 2]},
        "One kernel for each output channel is too few: there is one for each pair of input and output channel.",
    ),
    Misconception(
        "one_kernel_for_each_input",
        {"color": [27, 8], "stride": [27, 8], "one_by_one": [3, 2]},
        "One kernel for each input channel is too few: there is one for each pair of input and output channel.",
    ),
    Misconception(
        "bias_for_each_input",
        {"color": [216, 3], "stride": [216, 3], "one_by_one": [6, 3], "dense": [486, 27]},
        "There is one bias for each output, not for each input.",
    ),
    Misconception(
        "one_bias",
        {"color": [216, 1], "stride": [216, 1], "one_by_one": [6, 1], "dense": [486, 1]},
        "There is one bias for each output channel, not one for the whole layer.",
    ),
    Misconception(
        "bias_for_each_weight",
        {"color": [216, 216], "stride": [216, 216], "one_by_one": [6, 6], "dense": [486, 486]},
        "There is one bias for each output channel, not for each weight.",
    ),
    Misconception(
        "bias_for_each_kernel",
        {"color": [216, 24], "stride": [216, 24], "one_by_one": [6, 6]},
        "There is one bias for each output channel, added after the sum over the input channels, not for each kernel.",
    ),
    Misconception(
        "sums",
        {"color": [224, 8], "stride": [224, 8], "one_by_one": [8, 2], "dense": [504, 18]},
        "The first number counts weights only; you have added the biases to it.",
    ),
    Misconception(
        "biases_first",
        {"color": [8, 216], "stride": [8, 216], "one_by_one": [2, 6], "dense": [18, 486]},
        "Weights come first, biases second.",
    ),
    Misconception(
        "stride_reduces_weights",
        {"stride": [54, 8]},
        "The stride is not a size of any weight. It reduces the outputs and the work, not the parameters.",
    ),
    Misconception(
        "stride_reduces_weights_both_ways",
        {"stride": [13.5, 8]},
        "The stride is not a size of any weight. It reduces the outputs and the work, not the parameters.",
    ),
    Misconception(
        "weights_for_each_pixel",
        {"one_by_one": [54, 2]},
        "The weights are tied: all nine pixels use the same six.",
    ),
    Misconception(
        "everything_for_each_pixel",
        {"one_by_one": [54, 18]},
        "Weights and biases are tied: all nine pixels use the same.",
    ),
    Misconception(
        "bias_for_each_pixel",
        {"one_by_one": [6, 18]},
        "The bias is tied as well: one for each output channel, the same at all nine pixels.",
    ),
    Misconception(
        "one_by_one_as_dense",
        {"one_by_one": [486, 18]},
        "That is the dense layer. The 1 x 1 layer uses the same few weights at every pixel.",
    ),
    Misconception(
        "dense_as_one_by_one",
        {"dense": [6, 2]},
        "That is the 1 x 1 layer. The dense layer has a weight for each pair of its 27 inputs and 18 outputs.",
    ),
    Misconception(
        "dense_for_each_pixel",
        {"dense": [54, 18]},
        "That would join the channels of each pixel only. The dense layer joins each of 27 inputs to each of 18 outputs.",
    ),
    Misconception(
        "dense_inputs_and_outputs_added",
        {"dense": [45, 18]},
        "Inputs and outputs are added. There is a weight for each pair of them, so multiply.",
    ),
)

TASKS = (
    Task(
        "corr2d_multi_in",
        "code",
        4,
        "5.1",
        facets=(
            Facet("two", 0.25, "two channels, rectangular images and kernels, negative numbers"),
            Facet("several", 0.5, "one channel, and more than two"),
            Facet("integer", 0.125, "an integer K with a float X"),
            Facet("mismatch", 0.125, "a ValueError if X and K have different numbers of channels, and only then"),
        ),
        reference=corr2d_multi_in,
        cases=multi_in_cases,
        misconceptions=MULTI_IN_MISCONCEPTIONS,
    ),
    Task(
        "channel_exposing_case",
        "test",
        2,
        "5.2",
        facets=(
            Facet("planted", 0.5, "the version of In [38] and the right one give different results for your X and K"),
            Facet("siblings", 0.5, "your X and K also tell four other common bugs from the right version"),
        ),
        judge=judge_exposing_channels(
            right=corr2d_multi_in,
            planted=LAST_CHANNEL,
            siblings=(MEAN, STACKED, FIRST_KERNEL, SUMMED_FIRST),
        ),
        form={"X": 3, "K": 3},
    ),
    Task(
        "corr2d_multi_in_out",
        "code",
        4,
        "5.3",
        facets=(
            Facet("channels", 0.5, "more output than input channels, and fewer"),
            Facet("kernels", 0.375, "every output channel has its own kernels, in the order of K"),
            Facet("single", 0.125, "one channel in or out: the result keeps its three axes"),
        ),
        reference=corr2d_multi_in_out,
        cases=multi_in_out_cases,
        needs=("corr2d_multi_in",),
        misconceptions=MULTI_IN_OUT_MISCONCEPTIONS,
    ),
    Task(
        "conv_layer",
        "code",
        2,
        "5.3",
        facets=(
            Facet("bias", 0.5, "every output channel gets its own bias"),
            Facet("width", 0.5, "also where the output has as many columns or rows as channels"),
        ),
        reference=conv_layer,
        cases=conv_layer_cases,
        needs=("corr2d_multi_in", "corr2d_multi_in_out"),
        misconceptions=CONV_LAYER_MISCONCEPTIONS,
    ),
    Task(
        "parameter_counts",
        "value",
        2,
        "5.4",
        facets=(
            Facet("color", 0.25, "3 channels in, 8 out, 3x3 kernels"),
            Facet("stride", 0.25, "the same layer with stride 4"),
            Facet("one_by_one", 0.25, "3 channels in, 2 out, 1x1 kernels"),
            Facet("dense", 0.25, "a dense layer from 27 numbers to 18"),
        ),
        answer=COUNTS,
        form={name: (2,) for name in COUNTS},
        misconceptions=COUNT_MISCONCEPTIONS,
    ),
    Task(
        "corr2d_multi_in_out_1x1",
        "code",
        3,
        "5.4",
        facets=(
            Facet("mixed", 2 / 3, "several channels in and out, images that are not square"),
            Facet("single", 1 / 6, "one channel in or out"),
            Facet("views", 1 / 6, "an X that is a crop or a transposed image (not contiguous in memory)"),
        ),
        reference=corr2d_multi_in_out_1x1,
        cases=one_by_one_cases,
        needs=("corr2d_multi_in", "corr2d_multi_in_out"),
        misconceptions=ONE_BY_ONE_MISCONCEPTIONS,
    ),
    Task(
        "same_result",
        "code",
        2,
        "5.5",
        facets=SAME_RESULT_FACETS,
        reference=same_result,
        cases=same_result_cases,
        misconceptions=SAME_RESULT_MISCONCEPTIONS,
    ),
    Task(
        "explain_24_95",
        "text",
        1,
        "5.5",
        rubric=(
            "0.5 points: 24.95 is millions of times larger than rounding (about 1e-6), so one of the two results was "
            "wrong; `Y2` was all zeros because `corr2d` was still the broken version of In [19] that reads `Y`, so the "
            "number is just the sum of |Y1|.",
            "0.5 points: a 1 x 1 layer is a fully connected layer from c_in to c_out channels at every pixel with the "
            "same (tied) weights, c_out * c_in weights (here 6) plus c_out biases (here 2).",
        ),
    ),
)
