"""Task `parameter_counts`: how many weights and biases four layers have."""

import numpy as np

from course.checking.data import Plain
from course.checking.plain import as_array
from grader.tasks.model import Facet, Misconception, Task

COUNTS = {"color": [216, 8], "stride": [216, 8], "one_by_one": [6, 2], "dense": [486, 18]}


MISTAKES = (
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
        {"color": [216, 3], "stride": [216, 3], "one_by_one": [6, 3]},
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
        "bias_for_each_pair",
        {"color": [216, 24], "stride": [216, 24], "one_by_one": [6, 6], "dense": [486, 486]},
        "There is one bias for each output, added after the sum over the inputs, not for each pair of the two.",
    ),
    Misconception(
        "one_factor_missing",
        {"color": [72, 8], "stride": [72, 8]},
        "72 leaves out a factor of 3. It takes all four: outputs × inputs × rows × columns.",
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
        "weights_for_each_pixel", {"one_by_one": [54, 2]}, "The weights are tied: all nine pixels use the same six."
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
        "dense_for_each_channel",
        {"dense": [81, 9]},
        "That would join the nine pixels of one channel to nine others. The dense layer joins all 27 inputs to all 18 "
        "outputs.",
    ),
    Misconception(
        "dense_bias_for_each_input",
        {"dense": [486, 27]},
        "The dense layer, too, has one bias for each output, not for each input.",
    ),
    Misconception(
        "dense_inputs_and_outputs_added",
        {"dense": [45, 18]},
        "Inputs and outputs are added. There is a weight for each pair of them, so multiply.",
    ),
)


def advise_counts(plain: Plain) -> tuple[str, str] | None:
    """Say of a "stride" that differs from "color", although they have the same weights, that it should not."""
    given = {name: as_array(entry) for name, entry in plain["dict"]}
    if np.array_equal(given["color"], given["stride"]) or not np.array_equal(given["color"], COUNTS["color"]):
        return None
    return (
        "stride_changes_the_count",
        "A stride is not a size of any weight: the layer with stride 4 has as many parameters as the one without.",
    )


TASK = Task(
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
    advise=advise_counts,
    form={name: (2,) for name in COUNTS},
    misconceptions=MISTAKES,
)
