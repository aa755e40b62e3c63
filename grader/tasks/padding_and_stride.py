"""Assignment 4, padding and stride: its nine tasks, in the order of the notebook."""

import numpy as np
import torch

from course.checking.compare import Verdict, to_array
from grader.tasks.draws import signed, tolerance_with_bias
from grader.tasks.model import Case, Facet, Input, Layer, Misconception, Task
from grader.tasks.output_size_mistakes import OUTPUT_SIZE_MISCONCEPTIONS, output_size
from grader.tasks.strided_mistakes import (
    COMP_CONV2D_MISCONCEPTIONS,
    CORR2D_STRIDED_MISCONCEPTIONS,
    PAD2D_MISCONCEPTIONS,
    comp_conv2d,
    corr2d_strided,
    pad2d,
)

COUNTING = torch.arange(9.0).reshape(3, 3)
SEED_KERNEL = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
STRIPE = torch.ones(6, 8)  # In [28] of the seed
STRIPE[:, 2:6] = 0
# public cases: every sum is exact in float32
ASYMMETRIC = torch.tensor([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])
PICTURE = torch.tensor(
    [
        [1.0, 0.0, -2.0, 1.5, 3.0, -1.0, 2.0],
        [0.5, -1.0, 2.0, 0.0, 1.0, 4.0, -2.0],
        [-3.0, 2.0, 1.0, -0.5, 2.0, 0.0, 1.0],
        [2.0, 1.0, 0.0, 4.0, -1.0, 3.0, -0.5],
        [1.0, -2.0, 3.0, 0.5, 0.0, 2.0, -1.0],
        [0.0, 3.0, -1.0, 2.0, 1.0, -4.0, 2.5],
    ]
)


# -- output_size -------------------------------------------------------------------------------------------------


LEFT_OVER = {"none": lambda share: share == 0, "some": lambda share: share > 0, "most": lambda share: share > 0.5}


def _draw(rng, *, strides=(1, 6), paddings=(0, 1), dilations=(1, 2), left=None, spare=None, needs_padding=None):
    """Return (n, k, s, p, d) drawn from ranges: a window that fits, unless `spare` is negative.

    `left` asks how many pixels the stride leaves over: "none", "some", or "most" of a step, so that rounding to the
    nearest goes up; `spare` for so many places more than one; `needs_padding` for a window that fits only into the
    padded row, or for one that would fit without.
    """
    while True:
        k, s, p, d = (int(rng.integers(*limits)) for limits in ((2, 7), strides, paddings, dilations))
        free = int(rng.integers(1, 25)) if spare is None else spare
        n = free + d * (k - 1) + 1 - 2 * p
        if n < 1 or (left and not LEFT_OVER[left](free % s / s)):
            continue
        if needs_padding is None or needs_padding == (n < d * (k - 1) + 1):
            return n, k, s, p, d


def _drawn_sizes(rng):
    """Return {facet: [(n, k, s, p, d)]}, so chosen that a mistake loses the same facets on nearly every draw."""
    lefts = ("most", "some", "none", "none")
    gaps = {"dilations": (2, 5), "needs_padding": False}
    refused = [_draw(rng, paddings=(0, 4), dilations=(1, 3), spare=-int(rng.integers(1, 4))) for _ in range(6)]
    refused += [
        _draw(rng, paddings=paddings, dilations=(1, 3), spare=0) for paddings in ((0, 1), (0, 1), (1, 4), (1, 4))
    ]
    refused += [_draw(rng, paddings=(1, 4), spare=2, strides=(2, 3)), _draw(rng, strides=(3, 6), left="most")]
    # refused for its gaps only, and for want of padding on the other side only; its gaps leave it just enough room
    refused += [(9, 4, 1, 1, 4), (3, 6, 2, 1, 1), (10, 4, 1, 0, 3)]
    return {
        "stride": [_draw(rng, strides=(2, 6), left=left) for left in lefts]
        + [
            _draw(rng, strides=(1, 2)),
            (2 * int(rng.integers(3, 7)) + 1, 1, 2, 0, 1),
        ],  # one pixel wide: the last counts
        "padding": [_draw(rng, strides=(2, 5), paddings=(1, 5), left=left) for left in lefts]
        + [_draw(rng, strides=(1, 2), paddings=(1, 5), needs_padding=needs) for needs in (True, False)],
        "dilation": [_draw(rng, strides=(1, 4), paddings=(0, 3), **gaps) for _ in range(2)]
        + [_draw(rng, strides=(2, 4), paddings=(1, 3), left=left, **gaps) for left in ("most", "some", "none")]
        + [_draw(rng, strides=(1, 2), paddings=(1, 2), **gaps)],
        "whole": [_draw(rng, strides=(2, 6), paddings=(1, 5), left=left, needs_padding=False) for left in lefts],
        "refused": [refused[i] for i in rng.permutation(len(refused))],
    }


READABLE_SIZES = {
    "stride": [(7, 3, 1, 0, 1), (7, 3, 2, 0, 1), (8, 3, 3, 0, 1)],
    "padding": [(7, 3, 1, 1, 1), (7, 5, 4, 1, 1), (8, 4, 3, 2, 1)],
    "dilation": [(9, 3, 1, 0, 2), (9, 2, 1, 0, 3), (10, 3, 2, 1, 3)],
    "whole": [(10, 4, 3, 1, 1), (9, 3, 2, 1, 1)],
    "refused": [(4, 5, 1, 0, 1), (3, 5, 4, 1, 1), (3, 4, 1, 1, 1), (6, 3, 1, 0, 3), (2, 7, 1, 1, 1)],
}


def output_size_cases(rng, public):
    cases = []
    for facet, sizes in (READABLE_SIZES if public else _drawn_sizes(rng)).items():
        for n, k, *settings in sizes:
            names = ("stride", "padding", "dilation")
            kwargs = {
                name: number for name, number, usual in zip(names, settings, (1, 0, 1), strict=True) if number != usual
            }
            call = ", ".join([str(n), str(k), *(f"{name}={number}" for name, number in kwargs.items())])
            cases.append(Case(facet, f"output_size({call})", (n, k), kwargs, any_number=facet != "whole"))
    return cases


# -- pad2d, corr2d_strided, comp_conv2d --------------------------------------------------------------------------


def pad2d_cases(rng, public):
    if public:
        border = [(COUNTING + 1, (1, 1)), (COUNTING[:2] + 2, (2, 1))]
        none = [(COUNTING + 1, (0, 0)), (COUNTING + 1, (0, 1))]
        channels = [(torch.arange(1.0, 13.0).reshape(2, 2, 3), (1, 2))]
    else:
        border = [(signed(rng, 4, 6), (2, 1)), (signed(rng, 5, 3), (1, 3)), (signed(rng, 3, 4), (2, 2))]
        border += [(Input(signed(rng, 3, 5), layout="cropped"), (1, 2))]
        none = [(signed(rng, 4, 5), (0, 0)), (signed(rng, 3, 5), (0, 2)), (signed(rng, 5, 4), (3, 0))]
        channels = [(signed(rng, 3, 4, 5), (2, 1)), (signed(rng, 2, 5, 3), (1, 2)), (signed(rng, 1, 4, 3), (0, 1))]
    cases = []
    for facet, pairs in (("border", border), ("none", none), ("channels", channels)):
        cases += [Case(facet, f"X {_shape(X)}, padding {padding}", (X, padding)) for X, padding in pairs]
    return cases


def _shape(X):
    return tuple((X.value if isinstance(X, Input) else X).shape)


def corr2d_strided_cases(rng, public):
    if public:
        drawn = {
            "plain": [(COUNTING, SEED_KERNEL, {})],
            "padding": [
                (COUNTING, SEED_KERNEL, {"padding": (1, 1)}),
                (PICTURE[:3, :4], ASYMMETRIC, {"padding": (2, 1)}),
            ],
            "stride": [
                (PICTURE[:5, :6], SEED_KERNEL, {"stride": (3, 2)}),
                (PICTURE[:4, :5], ASYMMETRIC, {"stride": (1, 2)}),
            ],
            "leftover": [(PICTURE, ASYMMETRIC, {"stride": (3, 3)}), (PICTURE[:5, :6], ASYMMETRIC, {"stride": (2, 2)})],
            "both": [(COUNTING, SEED_KERNEL, {"stride": (3, 2), "padding": (1, 1)})],
        }
    else:
        drawn = {
            facet: [(signed(rng, *image), signed(rng, *kernel), settings) for image, kernel, settings in sizes]
            for facet, sizes in STRIDED_SIZES.items()
        }
        X, K, settings = drawn["both"][0]
        drawn["both"][0] = (Input(X, layout="cropped"), K, settings)
    cases = []
    for facet, calls in drawn.items():
        for X, K, settings in calls:
            words = ", ".join(f"{key} {value}" for key, value in settings.items())
            name = f"X {_shape(X)}, K {tuple(K.shape)}" + (f", {words}" if words else "")
            if facet == "both":  # by position, as the signature says
                cases.append(Case(facet, name, (X, K, settings["stride"], settings["padding"])))
            else:
                cases.append(Case(facet, name, (X, K), settings))
    return cases


STRIDED_SIZES = {
    "plain": [((6, 9), (3, 2), {}), ((5, 4), (2, 2), {})],
    "padding": [
        ((5, 7), (2, 3), {"padding": (2, 1)}),
        ((4, 6), (3, 2), {"padding": (0, 2)}),
        ((7, 4), (1, 3), {"padding": (1, 0)}),
    ],
    "stride": [
        ((9, 8), (3, 2), {"stride": (2, 3)}),
        ((8, 7), (2, 3), {"stride": (3, 2)}),
        ((5, 9), (2, 1), {"stride": (1, 4)}),
        ((9, 6), (1, 3), {"stride": (2, 1)}),
    ],
    "leftover": [
        ((9, 8), (2, 3), {"stride": (3, 2)}),
        ((8, 10), (3, 2), {"stride": (2, 3)}),
        ((7, 9), (3, 2), {"stride": (3, 4)}),
        ((8, 9), (2, 4), {"stride": (4, 2)}),
    ],
    "both": [
        ((6, 9), (3, 2), {"stride": (2, 3), "padding": (1, 2)}),
        ((7, 5), (2, 4), {"stride": (3, 2), "padding": (2, 0)}),
        ((8, 8), (3, 5), {"stride": (3, 4), "padding": (0, 1)}),
    ],
}


def _layer(weight, bias=None, **settings):
    """Return a layer with one channel in and one out."""
    arguments = {"in_channels": 1, "out_channels": 1, "kernel_size": tuple(weight.shape), **settings}
    state = {"weight": weight[None, None]}
    if bias is None:
        return Layer(arguments | {"bias": False}, state)
    return Layer(arguments, state | {"bias": torch.tensor([bias])})


def comp_conv2d_cases(rng, public):
    if public:
        difference = torch.tensor([[1.0, -1.0]])
        values = [
            (_layer(difference, 0.5), STRIPE),
            (_layer(ASYMMETRIC, 1.0, padding=(1, 0), stride=(2, 1)), PICTURE[:4, :5]),
            (_layer(torch.tensor([[1.0, -2.0, 0.5]]), padding=(0, 1)), PICTURE[:3, :4]),  # Y is as large as X
        ]
        singleton = [(_layer(difference, 0.5), STRIPE[:1]), (_layer(SEED_KERNEL, 1.0), COUNTING[:, :2])]
        gradient = [(_layer(SEED_KERNEL, 1.0), COUNTING)]
    else:
        sizes = [
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
        settings = {"observe": seen, "cotangent": signed(rng, *size), "atol": _rounding(layer, X)}
        cases.append(Case("gradient", _layer_name(layer, X), pair, **settings))
    return cases


def _rounding(layer, X):
    return tolerance_with_bias(X, layer.state["weight"], layer.state.get("bias", torch.zeros(1)))


def _layer_name(layer, X):
    return f"a layer with kernel_size {layer.arguments['kernel_size']} on an image of {tuple(X.shape)}"


# -- values ------------------------------------------------------------------------------------------------------

SEED_LAYERS = {  # (kernel_size, padding, stride), each on an image of 8x8
    "In [33]": ((3, 3), (1, 1), (1, 1)),
    "In [34]": ((5, 3), (2, 1), (1, 1)),
    "In [35]": ((3, 3), (1, 1), (2, 2)),
    "In [36]": ((5, 3), (2, 1), (2, 2)),
    "In [37]": ((3, 5), (0, 1), (3, 4)),
    "even kernel": ((4, 2), (2, 0), (1, 1)),
}


def _shapes(formula):
    """Return the shapes that a formula in n, k, p, s gives for the seed's layers."""
    return {
        name: [formula(8, k, p, s) for k, p, s in zip(kernel, padding, stride, strict=True)]
        for name, (kernel, padding, stride) in SEED_LAYERS.items()
    }


SHAPE_MISCONCEPTIONS = (
    Misconception(
        "padding_on_one_side",
        _shapes(lambda n, k, p, s: (n + p - k) // s + 1),
        "The padding was counted once. It goes on both sides of each axis, so 8 pixels become 8 + 2p.",
    ),
    Misconception(
        "padding_ignored",
        _shapes(lambda n, k, p, s: (n - k) // s + 1),
        "The padding was left out. It goes on both sides of each axis, so 8 pixels become 8 + 2p.",
    ),
    Misconception(
        "rounded_up",
        _shapes(lambda n, k, p, s: -(-(n + 2 * p - k) // s) + 1),
        "The last, incomplete step was counted too. A window that hangs over the edge has no place: round down.",
    ),
    Misconception(
        "steps_instead_of_places",
        _shapes(lambda n, k, p, s: (n + 2 * p - k) // s),
        "These are the steps. There is one place more than there are steps.",
    ),
    Misconception(
        "always_the_same_size",
        _shapes(lambda n, k, p, s: n // s if s > 1 else n),
        "Padding does not always keep the size: it does when 2p = k - 1, so never for an even kernel.",
    ),
    Misconception(
        "divided_by_stride",
        _shapes(lambda n, k, p, s: -(-n // s)),
        "The size was divided by the stride. That is right only for suitable paddings: count the places.",
    ),
    Misconception(
        "stride_ignored",
        _shapes(lambda n, k, p, s: n + 2 * p - k + 1),
        "The stride was left out: the window stops at every s-th place only.",
    ),
    Misconception(
        "rows_and_columns_swapped",
        {name: shape[::-1] for name, shape in _shapes(lambda n, k, p, s: (n + 2 * p - k) // s + 1).items()},
        "Rows and columns are swapped: the first number of each pair belongs to the rows.",
    ),
)

SMALLEST_WIDTH_MISCONCEPTIONS = (
    Misconception(
        "starts_at_the_kernel",
        7.0,
        "The formula does go wrong at 7, but not for the first time. With its padding even an image narrower than the "
        "kernel has a place for it.",
    ),
    Misconception("seeds_own_width", 8.0, "At 8 both give 2: the floor hides the mistake. Look below."),
    Misconception(
        "first_that_fits_unpadded", 5.0, "At 5 both give the same. Look at widths below the kernel's own, too."
    ),
    Misconception("third", 11.0, "The formula does go wrong at 11, but not for the first time."),
    Misconception("one_too_wide", 4.0, "At 4 both give 1. One less?"),
    Misconception("nothing_fits_yet", 1.0, "At 1 the kernel does not fit even with its padding: both formulas give 0."),
    Misconception(
        "nothing_fits_yet_2", 2.0, "At 2 the kernel does not fit even with its padding: both formulas give 0."
    ),
    Misconception("unfloored", 0.0, "Without the floor the two always differ. Round both down first."),
)

TARGETS = {  # (kernel_size, output shape), each on an image of 8x12
    "same size": ((3, 5), (8, 12)),
    "half the size": ((4, 4), (4, 6)),
    "fewer columns": ((3, 3), (8, 3)),
    "larger": ((2, 4), (9, 15)),
}


def judge_settings(plain):
    """Every padding and stride that reach the shape are right; the reason says which shape the student's reach."""
    given = dict(plain["dict"]) if isinstance(plain, dict) and "dict" in plain else {}
    return {name: _reaches(given.get(name), *target) for name, target in TARGETS.items()}


def _reaches(entry, kernel, target):
    entry = dict(entry["dict"]) if isinstance(entry, dict) and "dict" in entry else {}
    padding, stride = _pair(entry.get("padding")), _pair(entry.get("stride"))
    if padding is None or stride is None:
        return Verdict(False, "fill in padding and stride, two whole numbers each")
    if min(padding) < 0 or min(stride) < 1:
        return Verdict(False, "a padding is at least 0 and a stride at least 1")
    shape = []
    for n, k, p, s in zip((8, 12), kernel, padding, stride, strict=True):
        shape.append((n + 2 * p - k) // s + 1 if n + 2 * p >= k else 0)
    if tuple(shape) == target:
        return Verdict(True)
    return Verdict(False, f"these settings give {shape[0]} rows and {shape[1]} columns")


def _pair(plain):
    """Return (rows, columns), from a pair or from one number for both; None for anything but whole numbers."""
    array = to_array(plain)
    if array is None or array.size not in (1, 2) or not np.isfinite(array).all() or (array != np.floor(array)).any():
        return None
    return tuple(int(number) for number in np.resize(array, 2))


def _audio(sample_rate=8000.0, lands_at=3000.0, cost_ratio=16.0):
    return {"sample_rate": sample_rate, "lands_at": lands_at, "cost_ratio": cost_ratio}


AUDIO_MISCONCEPTIONS = (
    Misconception(
        "tone_stays",
        _audio(lands_at=5000.0),
        "The tone cannot stay at 5 kHz: at the new rate nothing above 4 kHz can be told from something below it.",
    ),
    Misconception(
        "tone_halved", _audio(lands_at=2500.0), "The tone is not halved. It is mirrored at half the new sample rate."
    ),
    Misconception(
        "tone_doubled", _audio(lands_at=10000.0), "No tone can be above half the new sample rate: it is mirrored there."
    ),
    Misconception(
        "tone_cut_off", _audio(lands_at=4000.0), "The tone does not stop at half the new rate, it is mirrored there."
    ),
    Misconception("tone_lost", _audio(lands_at=0.0), "The tone does not vanish: its samples still swing, only slower."),
    Misconception(
        "mirrored_at_the_old_rate",
        _audio(lands_at=11000.0),
        "The tone is mirrored at half the new sample rate, not at the old one.",
    ),
    Misconception(
        "only_shifted",
        _audio(lands_at=1000.0),
        "5 kHz is 1 kHz above the new limit of 4 kHz, so it lands 1 kHz below that limit.",
    ),
    Misconception(
        "rate_unchanged", _audio(sample_rate=16000.0), "Half as many samples for the same second: the rate halves."
    ),
    Misconception("rate_doubled", _audio(sample_rate=32000.0), "There are fewer samples for each second, not more."),
    Misconception(
        "nyquist_for_rate", _audio(sample_rate=4000.0), "This is the highest frequency. The sample rate is twice that."
    ),
    Misconception(
        "cost_per_axis",
        _audio(cost_ratio=4.0),
        "A stride of 4 skips places along both axes: the costs of rows and columns multiply.",
    ),
    Misconception(
        "cost_doubled",
        _audio(cost_ratio=8.0),
        "A stride of 4 leaves a quarter of the rows and a quarter of the columns: multiply.",
    ),
    Misconception("cost_unchanged", _audio(cost_ratio=1.0), "The weights stay, but each is used at fewer places."),
    Misconception(
        "inverse_ratio",
        _audio(cost_ratio=1 / 16),
        "The ratio asked for is larger than 1: stride 1 divided by stride 4.",
    ),
    Misconception("kilohertz", _audio(8.0, 3.0), "The answers are asked for in Hz, not in kHz."),
)


TASKS = (
    Task(
        "output_size",
        "code",
        3,
        "4.1",
        facets=(
            Facet("stride", 0.30, "strides that leave pixels over and strides that do not"),
            Facet("padding", 0.30, "padding on both sides, together with strides"),
            Facet("dilation", 0.15, "dilation"),
            Facet("whole", 0.10, "the result is an int"),
            Facet("refused", 0.15, "a ValueError when the window does not fit even with its padding, and only then"),
        ),
        reference=output_size,
        cases=output_size_cases,
        misconceptions=OUTPUT_SIZE_MISCONCEPTIONS,
    ),
    Task(
        "pad2d",
        "code",
        2,
        "4.2",
        facets=(
            Facet(
                "border",
                0.50,
                "zeros all around, as many as `padding` says for rows and for columns; sliced images too",
            ),
            Facet("none", 0.20, "no padding along one axis, or along both"),
            Facet("channels", 0.30, "images with a channel axis in front"),
        ),
        reference=pad2d,
        cases=pad2d_cases,
        misconceptions=PAD2D_MISCONCEPTIONS,
    ),
    Task(
        "corr2d_strided",
        "code",
        5,
        "4.3",
        facets=(
            Facet("plain", 0.05, "without stride and padding the same as `corr2d`"),
            Facet("padding", 0.15, "padding, unequal for rows and columns"),
            Facet("stride", 0.30, "strides, unequal for rows and columns, with negative numbers"),
            Facet("leftover", 0.30, "strides that leave pixels over"),
            Facet("both", 0.20, "both at once, for even and odd kernels; sliced images too"),
        ),
        reference=corr2d_strided,
        cases=corr2d_strided_cases,
        needs=("output_size", "pad2d"),
        misconceptions=CORR2D_STRIDED_MISCONCEPTIONS,
    ),
    Task(
        "comp_conv2d",
        "code",
        2,
        "4.4",
        facets=(
            Facet("values", 0.50, "layers of several kernel sizes, strides and paddings on images that are not square"),
            Facet("singleton", 0.25, "images and results with a single row or column"),
            Facet("gradient", 0.25, "the gradient reaches the image and the layer's weight and bias"),
        ),
        reference=comp_conv2d,
        cases=comp_conv2d_cases,
        misconceptions=COMP_CONV2D_MISCONCEPTIONS,
    ),
    Task(
        "predicted_shapes",
        "value",
        2,
        "4.5",
        facets=tuple(Facet(name, 1 / len(SEED_LAYERS), f"your prediction for {name}") for name in SEED_LAYERS),
        answer=_shapes(lambda n, k, p, s: (n + 2 * p - k) // s + 1),
        form={name: (2,) for name in SEED_LAYERS},
        misconceptions=SHAPE_MISCONCEPTIONS,
    ),
    Task(
        "smallest_width",
        "value",
        1,
        "4.5",
        facets=(Facet("", 1.0, "the smallest width at which the learner's formula is wrong"),),
        answer={"": 3.0},
        form={"": ()},
        misconceptions=SMALLEST_WIDTH_MISCONCEPTIONS,
    ),
    Task(
        "settings_for_shapes",
        "value",
        2,
        "4.5",
        facets=tuple(Facet(name, 0.25, f"padding and stride for {name!r}") for name in TARGETS),
        judge=judge_settings,
        form={name: None for name in TARGETS},
    ),
    Task(
        "downsampled_audio",
        "value",
        1,
        "4.7",
        facets=(
            Facet("sample_rate", 0.3, "the new sample rate"),
            Facet("lands_at", 0.4, "where a tone of 5 kHz lands"),
            Facet("cost_ratio", 0.3, "how many times cheaper stride 4 is than stride 1 on an image"),
        ),
        answer=_audio(),
        atol=0.01,
        form={"sample_rate": (), "lands_at": (), "cost_ratio": ()},
        misconceptions=AUDIO_MISCONCEPTIONS,
    ),
    Task(
        "why_stride",
        "text",
        2,
        "4.7",
        rubric=(
            "0.5 points: what it buys: fewer output numbers (about s² in two dimensions, s in one), so less to compute and to "
            "store, and later layers see more of the input.",
            "0.5 points: the layer has as many parameters as before.",
            "0.5 points: what it loses: fine detail between the places; what is finer than the new grid does not vanish but "
            "returns as something coarser (aliasing), unless it is smoothed away first.",
            "0.5 points: for sound, stride 2 keeps every second output: half the sample rate, half the highest frequency, and "
            "higher tones fold down. It is not 'two time periods'.",
        ),
    ),
)
