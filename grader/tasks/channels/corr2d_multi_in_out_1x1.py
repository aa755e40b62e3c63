"""Task `corr2d_multi_in_out_1x1`: channels mixed pixel by pixel, as one matrix product."""

from collections.abc import Callable

import numpy as np
import torch

from grader.tasks.case_names import case_name
from grader.tasks.channels.images import TWO_COUNTING, draw_layers
from grader.tasks.images import halves
from grader.tasks.model import Case, Facet, Input, Misconception, Task


def corr2d_multi_in_out_1x1(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """The reference: at every pixel, the matrix (c_out, c_in) times the column of that pixel's channels."""
    matrix = K.reshape(K.shape[0], K.shape[1])  # an error for kernels that are not 1 x 1
    return torch.einsum("oc,chw->ohw", matrix.double(), X.double())


def cases(rng: np.random.Generator, public: bool) -> list[Case]:
    if public:
        mixed = [(TWO_COUNTING, torch.tensor([[1.0, 1.0], [1.0, -1.0], [0.0, 0.5]]).reshape(3, 2, 1, 1))]
        mixed += [(halves(3, 2, 4), halves(2, 3, 1, 1, start=3))]
        single = [(TWO_COUNTING[:1], halves(2, 1, 1, 1)), (TWO_COUNTING, torch.tensor([1.0, -0.5]).reshape(1, 2, 1, 1))]
        views = [(Input(halves(2, 3, 4), layout="cropped"), halves(3, 2, 1, 1, start=3))]
    else:
        one = (1, 1)
        mixed = draw_layers(rng, [(3, (4, 6), 2, one), (2, (5, 3), 4, one), (4, (3, 5), 3, one), (3, (2, 7), 3, one)])
        single = draw_layers(rng, [(1, (4, 3), 3, one), (3, (3, 5), 1, one)])
        views = [
            (Input(X, layout=layout), K)
            for layout, (X, K) in zip(
                ("cropped", "transposed"), draw_layers(rng, [(3, (4, 5), 2, one), (2, (3, 6), 3, one)]), strict=True
            )
        ]
    named = (("mixed", mixed), ("single", single), ("views", views))
    return [Case(facet, case_name(X, K), (X, K)) for facet, pairs in named for X, K in pairs]


def _scrambled(X: torch.Tensor, K: torch.Tensor, *, back: bool) -> torch.Tensor:
    """Read the image's memory as if each pixel's channels stood side by side; `back` undoes it on the way out or not."""
    channels, rows, columns = X.shape
    pixels = X.reshape(rows * columns, channels).double() @ K[:, :, 0, 0].double().T
    return (pixels.reshape(-1, rows, columns) if back else pixels.T.reshape(-1, rows, columns)).float()


def _viewed(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    channels, rows, columns = X.shape
    return (K.view(len(K), channels) @ X.view(channels, rows * columns)).view(len(K), rows, columns)


def _scaled(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    """Output o is input o times one number: nothing is mixed."""
    return torch.stack([k[o % len(X), 0, 0] * X[o % len(X)] for o, k in enumerate(K)])


def _transposed_as_it_is(X: torch.Tensor) -> torch.Tensor:
    """The pixels column by column, in as many rows and columns as before."""
    return X.transpose(1, 2).reshape(X.shape)


def _pixel(change: Callable[[torch.Tensor], torch.Tensor]) -> Callable[..., torch.Tensor]:
    """Return the right 1 x 1 layer with a wrong last step."""
    return lambda X, K: change(corr2d_multi_in_out_1x1(X, K)).float()


def _squeezed(X: torch.Tensor, K: torch.Tensor) -> torch.Tensor:
    channels, rows, columns = X.shape
    return (K.squeeze() @ X.reshape(channels, rows * columns)).reshape(len(K), rows, columns)


MISTAKES = (
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
        "transposed_output", _pixel(lambda Y: Y.transpose(1, 2)), "Rows and columns of the output are swapped."
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
        "weights_summed_over_outputs",
        lambda X, K: (K.double().sum(0) * X.double()).float(),
        "The weights are added up over the outputs, and the inputs are kept. It is the other way round: for each output, add "
        "up weight times pixel over the inputs.",
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
        "outputs_summed", _pixel(lambda Y: Y.sum(0)), "The output channels are added up. Each is a map of its own."
    ),
    Misconception(
        "first_output_for_all",
        lambda X, K: corr2d_multi_in_out_1x1(X, K[:1].expand_as(K)).float(),
        "All output channels are the same: each uses `K[0]`.",
    ),
    Misconception("outputs_in_reverse_order", _pixel(lambda Y: Y.flip(0)), "The output channels are in reverse order."),
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
        "Every result is 0. Which `corr2d` does this call? The retyped one of notebook 1 reads Y instead of X.",
    ),
)


TASK = Task(
    "corr2d_multi_in_out_1x1",
    "code",
    3,
    "5.4",
    facets=(
        Facet("mixed", 2 / 3, "several channels in and out, images that are not square"),
        Facet("single", 1 / 6, "one channel in or out", form=True),
        Facet("views", 1 / 6, "an X that is a crop or a transposed image (not contiguous in memory)", form=True),
    ),
    reference=corr2d_multi_in_out_1x1,
    cases=cases,
    needs=("corr2d_multi_in", "corr2d_multi_in_out"),
    misconceptions=MISTAKES,
)
