"""Answers to the predictions of notebook 4."""

from typing import TYPE_CHECKING

from course import figures, images
from course.given import corr2d
from course.predictions.answer import Answer

if TYPE_CHECKING:  # torch is loaded when a picture is drawn
    import torch

SMALL = [[4.0, 1.0, 3.0], [2.0, 6.0, 0.0], [5.0, 2.0, 8.0]]
KERNEL = [[0.0, 1.0], [2.0, 3.0]]
RATE = 16_000  # samples in a second


def ten_pixels() -> figures.Picture:
    """The three places of a window of four on ten pixels, padded by one, with stride 3."""
    import torch

    padded = torch.nn.functional.pad(torch.ones(1, 10), (1, 1))
    return figures.row(*(figures.image(padded, f"place {place}", highlight=(0, place, 1, 4)) for place in (0, 3, 6)))


def usage() -> figures.Picture:
    """How often a 3 x 3 kernel uses each pixel of a 6 x 6 image, for three paddings."""
    import torch

    counts = []
    for padding in (0, 1, 2):
        places = torch.ones(1, 1, 4 + 2 * padding, 4 + 2 * padding)
        used = torch.nn.functional.conv_transpose2d(places, torch.ones(1, 1, 3, 3))[0, 0]
        counts.append(used[padding : padding + 6, padding : padding + 6])
    return figures.row(*(figures.image(count, f"padding {p}") for p, count in enumerate(counts)))


def _framed() -> "torch.Tensor":
    import torch

    return torch.nn.functional.pad(torch.tensor(SMALL), (1, 1, 1, 1))


def framed() -> figures.Picture:
    """The whole output of the framed image."""
    import torch

    return figures.response(corr2d(_framed(), torch.tensor(KERNEL)), "the whole output")


def border() -> figures.Picture:
    """The portrait, blurred without padding and with a border of zeros."""
    import torch

    X, blur = images.portrait(), torch.ones(9, 9) / 81
    padded = torch.nn.functional.pad(X, (4, 4, 4, 4))
    return figures.row(
        figures.image(X, "Grace Hopper"),
        figures.image(corr2d(X, blur), "blurred, no padding"),
        figures.image(corr2d(padded, blur), "blurred, padding 4"),
        alt="The portrait; blurred and smaller; blurred and as large as before, with a dark frame.",
    )


def thinned() -> figures.Picture:
    """Stride 2 beside the two ways of thinning."""
    import torch

    X, K = images.letter(), torch.tensor([[1.0, -1.0]])
    stride = torch.nn.functional.conv2d(X[None, None], K[None, None], stride=2)[0, 0]
    return figures.row(
        figures.image(X, "image"),
        figures.response(stride, "stride 2"),
        figures.response(corr2d(X, K)[::2, ::2], "output thinned"),
        figures.response(corr2d(X[::2, ::2], K), "image thinned"),
    )


def ten_steps() -> figures.Picture:
    """What the kernel of the ten steps makes of the stripe."""
    import torch

    return figures.response(corr2d(images.stripes(6, 8), torch.tensor([[0.9395, -1.0352]])), "its whole answer")


def fence() -> figures.Picture:
    """The fence and stride 2; the same one pixel further left."""
    X = images.stripes(6, 8, dark=((1, 2), (3, 4), (5, 6), (7, 8)))
    return figures.row(
        figures.image(X, "fence"),
        "→",
        figures.image(X[::2, ::2], "stride 2"),
        figures.image(X[:, 1:], "fence, moved"),
        "→",
        figures.image(X[::2, 1::2], "stride 2"),
    )


def spectrum() -> figures.Picture:
    """How much of each frequency is in the tone of 7 kHz after stride 2."""
    import torch

    tone = torch.sin(2 * torch.pi * 7_000 * torch.arange(0, 160, 2) / RATE)
    amounts = 2 * torch.fft.rfft(tone).abs() / 80
    frequencies = torch.fft.rfftfreq(80, d=2 / RATE)
    return figures.lines(amounts, "7 kHz after stride 2", x="Hz", y="amplitude", at=frequencies)


ANSWERS = {
    "places": Answer(3, "Twelve pixels with the padding: 0, 3 and 6. At 9 the window would hang over.", ten_pixels),
    "equal usage": Answer(2, "Padding k − 1: then every pixel meets each of the nine weights once.", usage),
    "top row": Answer([12, 11, 11, 6], "0·0 + 0·1 + 1·2 + 3·3 = 11, and at the end 0·0 + 0·1 + 3·2 + 0·3 = 6.", framed),
    "border": Answer(
        "darker",
        "There the average takes in zeros, and zero is black. A border is never free: it invents pixels.",
        border,
        words=("darker", "brighter", "the same"),
    ),
    "jump": Answer([[12, 11], [5, 8]], "Below, only the pixels 5 and 8 meet a weight that is not 0 in rows 3 and 4."),
    "thinned": Answer(
        "output", "A stride leaves out places, never pixels of a window.", thinned, words=("image", "output")
    ),
    "four axes of a stripe": Answer((1, 1, 6, 8), "Adding tuples puts one behind the other."),
    "white": Answer(
        -0.0957, "0.9395 − 1.0352: after ten steps the two weights do not quite cancel.", ten_steps, digits=4
    ),
    "nine by nine": Answer((5, 5), "Rows ⌊(9 + 4 − 5)/2⌋ + 1 = 5, columns ⌊(9 + 2 − 3)/2⌋ + 1 = 5: more than half."),
    "saving": Answer(
        {"times fewer": 4, "parameters": 448},
        "A quarter of the places, and at each of them the same kernels: 16 · 27 weights and 16 biases.",
    ),
    "fence": Answer(
        "white",
        "Every second column is white; one pixel further, every second column is black.",
        fence,
        words=("white", "black", "gray", "stripes"),
    ),
    "alias": Answer(1000, "Two waves in two thousandths of a second.", spectrum),
    "sweep": Answer(
        "rises, then falls",
        "Up to 4 kHz it is heard as it is; what comes after is mirrored, and comes down again.",
        words=("rises", "falls", "rises, then falls"),
    ),
}
