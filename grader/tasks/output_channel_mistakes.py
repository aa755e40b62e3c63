"""The bank of wrong layers with several output channels: one map for all, a bias in the wrong place, pixels mixed up.

Each is the right function with one mistake in it.
"""

import torch

from grader.tasks.channel_mistakes import corr2d_multi_in
from grader.tasks.corr2d_mistakes import corr2d
from grader.tasks.model import Misconception


def corr2d_multi_in_out(X, K):
    """The reference: one map for each kernel K[o], which spans all input channels."""
    return torch.stack([corr2d_multi_in(X, k) for k in K])


def _each(kernel):
    """Return a wrong `corr2d_multi_in_out` that uses `kernel(K, o)` for output channel o."""
    return lambda X, K: torch.stack([corr2d_multi_in(X, kernel(K, o)) for o in range(len(K))]).float()


def _after(change):
    """Return the right `corr2d_multi_in_out` with a wrong last step."""
    return lambda X, K: change(corr2d_multi_in_out(X, K)).float()


def ignores_k(X, K):
    """In [52] of the seed: `k` is never used, and all of K, with its four axes, fits nowhere."""
    return torch.stack([corr2d_multi_in(X, K) for k in K])


def _loops_over_input(X, K):
    return torch.stack([corr2d_multi_in(X, K[c]) for c in range(X.shape[0])]).float()


def _depthwise(X, K):
    """Output o sees input o only; with more outputs than inputs it starts again from the first."""
    return torch.stack([corr2d(X[o % len(X)], k[o % len(X)]) for o, k in enumerate(K)]).float()


def _zipped(X, K):
    """zip(X, K) pairs input channel c with all the kernels of output channel c."""
    return torch.stack([sum(corr2d(x, one) for one in k) for x, k in zip(X, K, strict=False)]).float()


def _compares_input_with_output(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("X and K have different numbers of channels")
    return corr2d_multi_in_out(X, K).float()


MULTI_IN_OUT_MISCONCEPTIONS = (
    Misconception(
        "ignores_k",
        ignores_k,
        "Every pass stops with an error. Is `k` used inside the loop? It holds the kernels of one output channel; all of K "
        "has one axis too many.",
    ),
    Misconception(
        "first_output_for_all",
        _each(lambda K, o: K[0]),
        "All output channels are the same: each pass uses K[0]. Output channel o belongs to K[o].",
    ),
    Misconception(
        "last_output_for_all",
        _each(lambda K, o: K[-1]),
        "All output channels are the same, those of the last kernel. Output channel o belongs to K[o].",
    ),
    Misconception(
        "stacked_on_last_axis",
        _after(lambda Y: Y.movedim(0, -1)),
        "The maps are stacked along the last axis. The output channels come first: `torch.stack(maps, 0)`.",
    ),
    Misconception(
        "stacked_on_middle_axis",
        _after(lambda Y: Y.movedim(0, 1)),
        "The maps are stacked along axis 1. The output channels come first: `torch.stack(maps, 0)`.",
    ),
    Misconception(
        "maps_below_each_other",
        _after(lambda Y: Y.flatten(0, 1)),
        "The maps are joined below each other (`torch.cat`), as one tall image. `torch.stack` gives them an axis of their own.",
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
    ),
    Misconception(
        "image_paired_with_outputs",
        _zipped,
        "`zip(X, K)` pairs input channels with output channels. Each K[o] needs all of X.",
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
        "The last output channel is missing. `range(n)` already stops at n - 1.",
    ),
    Misconception(
        "outputs_in_reverse_order",
        _after(lambda Y: Y.flip(0)),
        "The output channels are in reverse order. Output channel o belongs to K[o].",
    ),
    Misconception(
        "running_total",
        _after(lambda Y: Y.cumsum(0)),
        "Each output channel also holds those before it: set the sum back to 0 for every kernel.",
    ),
    Misconception(
        "weight_axes_swapped",
        lambda X, K: corr2d_multi_in_out(X, K.transpose(0, 1)).float(),
        "The first two axes of K are mixed up. K is (c_out, c_in, h, w): output channels first.",
    ),
    Misconception(
        "kernels_in_reverse_order",
        _each(lambda K, o: K[o].flip(0)),
        "The kernels of each output channel are used in reverse order: input channel c belongs to K[o, c].",
    ),
    Misconception(
        "one_kernel_for_each_output",
        _each(lambda K, o: K[o, :1].expand_as(K[o])),
        "Every input channel meets K[o, 0]. There is a kernel for each pair: K[o, c] for input channel c.",
    ),
    Misconception(
        "only_first_input",
        lambda X, K: corr2d_multi_in_out(X[:1], K[:, :1]).float(),
        "Only the first input channel counts. Every output channel is a sum over all of them.",
    ),
    Misconception(
        "only_last_input",
        lambda X, K: corr2d_multi_in_out(X[-1:], K[:, -1:]).float(),
        "Only the last input channel counts, as in the seed's first version. Add inside the loop.",
    ),
    Misconception(
        "inputs_averaged",
        lambda X, K: corr2d_multi_in_out(X, K).float() / len(X),
        "The input channels are averaged. They are added up.",
    ),
    Misconception(
        "inputs_added_first",
        lambda X, K: corr2d_multi_in_out(X.sum(0, keepdim=True), K.sum(1, keepdim=True)).float(),
        "The channels are added up before they are correlated. Correlate each with its own kernel first.",
    ),
    Misconception(
        "input_axis_kept",
        lambda X, K: torch.stack(
            [torch.stack([corr2d(x, one) for x, one in zip(X, k, strict=True)]) for k in K]
        ).float(),
        "There is a map for each pair of channels. The input channels still have to be added up.",
    ),
    Misconception(
        "flipped_kernels",
        lambda X, K: corr2d_multi_in_out(X, K.flip(2, 3)).float(),
        "Every kernel is flipped both ways: this is the true convolution. Use the kernels as they are.",
    ),
    Misconception(
        "batch_axis_kept",
        _after(lambda Y: Y[None]),
        "The numbers are right, but the batch axis that `conv2d` wants is still there. Take it off with `[0]`.",
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
        "It refuses an image whose channels differ in number from the outputs. Those may differ: X.shape[0] must equal "
        "K.shape[1].",
    ),
    Misconception(
        "reads_output",
        _after(torch.zeros_like),
        "Every result is 0. Which `corr2d` does this call? In the seed it was the one that reads Y instead of X.",
    ),
)


# -- a bias for each output channel -----------------------------------------------------------------------------


def conv_layer(X, K, b):
    """The reference: b[o] is added to every number of output channel o."""
    return torch.stack([y + bias.double() for y, bias in zip(corr2d_multi_in_out(X, K), b, strict=True)])


def _biased(add):
    """Return a wrong `conv_layer` that does `add(Y, b)` instead of adding b[o] to channel o."""
    return lambda X, K, b: add(corr2d_multi_in_out(X, K), b.double()).float()


CONV_LAYER_MISCONCEPTIONS = (
    Misconception(
        "one_bias_for_all",
        _biased(lambda Y, b: Y + b[0]),
        "b[0] is added to every channel. Each output channel has a bias of its own: b[o].",
    ),
    Misconception(
        "last_bias_for_all",
        _biased(lambda Y, b: Y + b[-1]),
        "The last bias is added to every channel. Each output channel has its own: b[o].",
    ),
    Misconception(
        "bias_along_columns",
        _biased(lambda Y, b: Y + b),
        "`Y + b` lines b up with the last axis, the columns: an error, unless there are as many columns as channels. "
        "Reshape b to (-1, 1, 1).",
    ),
    Misconception(
        "bias_along_rows",
        _biased(lambda Y, b: Y + b[:, None]),
        "b has the shape (c_out, 1), which lines up with the rows. Channels are three axes from the end: reshape b to "
        "(-1, 1, 1).",
    ),
    Misconception(
        "bias_never_added",
        _biased(lambda Y, b: Y),
        "The bias is never added.",
    ),
    Misconception(
        "bias_summed",
        _biased(lambda Y, b: Y + b.sum()),
        "The sum of all biases is added to every channel. Each has its own: b[o].",
    ),
    Misconception(
        "bias_averaged",
        _biased(lambda Y, b: Y + b.mean()),
        "The mean of all biases is added to every channel. Each has its own: b[o].",
    ),
    Misconception(
        "bias_subtracted",
        _biased(lambda Y, b: Y - b.reshape(-1, 1, 1)),
        "The bias is subtracted. It is added.",
    ),
    Misconception(
        "bias_multiplied",
        _biased(lambda Y, b: Y * b.reshape(-1, 1, 1)),
        "The output is multiplied by the bias. It is added.",
    ),
    Misconception(
        "bias_in_reverse_order",
        _biased(lambda Y, b: Y + b.flip(0).reshape(-1, 1, 1)),
        "The biases are used in reverse order. b[o] belongs to output channel o.",
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
        "outer_sum",
        _biased(lambda Y, b: Y[None] + b.reshape(-1, 1, 1, 1)),
        "Every bias is added to every channel, which gives one axis too many. Reshape b to (-1, 1, 1).",
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


# -- 1 x 1 -------------------------------------------------------------------------------------------------------


def corr2d_multi_in_out_1x1(X, K):
    """The reference: at every pixel, the matrix (c_out, c_in) times the column of that pixel's channels."""
    matrix = K.reshape(K.shape[0], K.shape[1])  # an error for kernels that are not 1 x 1
    return torch.einsum("oc,chw->ohw", matrix.double(), X.double())


def _scrambled(X, K, *, back):
    """Read the image's memory as if each pixel's channels stood side by side; `back` undoes it on the way out or not."""
    channels, rows, columns = X.shape
    pixels = X.reshape(rows * columns, channels).double() @ K[:, :, 0, 0].double().T
    return (pixels.reshape(-1, rows, columns) if back else pixels.T.reshape(-1, rows, columns)).float()


def _viewed(X, K):
    channels, rows, columns = X.shape
    return (K.view(len(K), channels) @ X.view(channels, rows * columns)).view(len(K), rows, columns)


def _scaled(X, K):
    """Output o is input o times one number: nothing is mixed."""
    return torch.stack([k[o % len(X), 0, 0] * X[o % len(X)] for o, k in enumerate(K)])


def _transposed_as_it_is(X):
    """The pixels column by column, in as many rows and columns as before."""
    return X.transpose(1, 2).reshape(X.shape)


def _pixel(change):
    """Return the right 1 x 1 layer with a wrong last step."""
    return lambda X, K: change(corr2d_multi_in_out_1x1(X, K)).float()


def _squeezed(X, K):
    channels, rows, columns = X.shape
    return (K.squeeze() @ X.reshape(channels, rows * columns)).reshape(len(K), rows, columns)


ONE_BY_ONE_MISCONCEPTIONS = (
    Misconception(
        "reshaped_instead_of_permuted",
        lambda X, K: _scrambled(X, K, back=False),
        "`X.reshape(h * w, c)` does not swap axes: it reads the same numbers in the same order, so channels and pixels get "
        "mixed up. Use `reshape(c, h * w)`, or `permute` first.",
    ),
    Misconception(
        "reshaped_there_and_back",
        lambda X, K: _scrambled(X, K, back=True),
        "`X.reshape(h * w, c)`, and `reshape` again at the end, do not swap axes: channels and pixels get mixed up. Use "
        "`reshape(c, h * w)`, or `permute`.",
    ),
    Misconception(
        "not_permuted_back",
        _pixel(lambda Y: Y.permute(1, 2, 0).reshape(Y.shape)),
        "The product is right, but it has one line per pixel, and `reshape` does not swap axes back. Use `permute` or `.T`.",
    ),
    Misconception(
        "channels_last",
        _pixel(lambda Y: Y.movedim(0, -1)),
        "The output channels come last. They come first: (c_out, rows, columns).",
    ),
    Misconception(
        "rows_and_columns_swapped",
        _pixel(lambda Y: Y.reshape(Y.shape[0], Y.shape[2], Y.shape[1])),
        "Rows and columns of the output are swapped in the last `reshape`.",
    ),
    Misconception(
        "transposed_pixels",
        _pixel(_transposed_as_it_is),
        "The pixels are taken column by column and put back row by row.",
    ),
    Misconception(
        "transposed_output",
        _pixel(lambda Y: Y.transpose(1, 2)),
        "Rows and columns of the output are swapped.",
    ),
    Misconception(
        "still_flat",
        _pixel(lambda Y: Y.flatten(1)),
        "The pixels still stand in one line. Give them back their rows and columns: (c_out, rows, columns).",
    ),
    Misconception(
        "scaled_not_mixed",
        _scaled,
        "Each channel is only multiplied by a number. A 1 x 1 layer mixes: every output is a weighted sum of all inputs.",
    ),
    Misconception(
        "first_output_scales_all",
        lambda X, K: K[0] * X,
        "Each input channel is multiplied by a number, but never added up. Every output is a weighted sum of all inputs.",
    ),
    Misconception(
        "weight_read_as_transposed",
        lambda X, K: torch.einsum("co,chw->ohw", K.reshape(K.shape[1], K.shape[0]).double(), X.double()).float(),
        "`K.reshape(c_in, c_out)` does not transpose: it reads the same numbers in the same order. Use "
        "`reshape(c_out, c_in)`.",
    ),
    Misconception(
        "view_needs_contiguous_memory",
        _viewed,
        "`view` fails on a crop or a transposed image, whose memory has gaps. `reshape` copies when it must.",
    ),
    Misconception(
        "squeezed_weight",
        _squeezed,
        "`K.squeeze()` drops every axis of size 1, also that of a single input channel. Use `K[:, :, 0, 0]`.",
    ),
    Misconception(
        "axes_of_size_1_dropped",
        _pixel(lambda Y: Y.squeeze()),
        "`squeeze()` drops every axis of size 1, also that of a single output channel. Keep (c_out, rows, columns).",
    ),
    Misconception(
        "inputs_averaged",
        lambda X, K: corr2d_multi_in_out_1x1(X, K).float() / len(X),
        "The input channels are averaged. A matrix product adds them up.",
    ),
    Misconception(
        "outputs_summed",
        _pixel(lambda Y: Y.sum(0)),
        "The output channels are added up. Each is a map of its own.",
    ),
    Misconception(
        "first_output_for_all",
        lambda X, K: corr2d_multi_in_out_1x1(X, K[:1].expand_as(K)).float(),
        "All output channels are the same: each uses K[0].",
    ),
    Misconception(
        "outputs_in_reverse_order",
        _pixel(lambda Y: Y.flip(0)),
        "The output channels are in reverse order.",
    ),
    Misconception(
        "inputs_in_reverse_order",
        lambda X, K: corr2d_multi_in_out_1x1(X, K.flip(1)).float(),
        "The weights of the input channels are used in reverse order.",
    ),
    Misconception(
        "only_last_input",
        lambda X, K: corr2d_multi_in_out_1x1(X[-1:], K[:, -1:]).float(),
        "Only the last input channel counts. A matrix product adds all of them up.",
    ),
    Misconception(
        "pixels_averaged",
        _pixel(lambda Y: Y.mean((1, 2), keepdim=True).expand_as(Y)),
        "All pixels are averaged. A 1 x 1 layer looks at one pixel at a time.",
    ),
    Misconception(
        "batch_axis_kept",
        _pixel(lambda Y: Y[None]),
        "The numbers are right, but the batch axis that `conv2d` wants is still there. Take it off with `[0]`.",
    ),
    Misconception(
        "negative_cut_off",
        _pixel(lambda Y: Y.relu()),
        "Negative outputs are cut off (ReLU). The activation is not part of this layer.",
    ),
    Misconception(
        "reads_output",
        _pixel(torch.zeros_like),
        "Every result is 0. Which `corr2d` does this call? In the seed it was the one that reads Y instead of X.",
    ),
)
