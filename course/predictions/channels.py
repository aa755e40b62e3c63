"""Answers to the predictions of notebook 5."""

from typing import TYPE_CHECKING

from course import figures, images
from course.predictions.answer import Answer

if TYPE_CHECKING:  # torch is loaded when a picture is drawn
    import torch


def _two() -> "tuple[torch.Tensor, torch.Tensor]":
    """Return the image and the kernels of the worked example."""
    import torch

    X = torch.stack([torch.arange(9.0).reshape(3, 3), torch.arange(1.0, 10.0).reshape(3, 3)])
    return X, torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]])


def _maps(X: "torch.Tensor", K: "torch.Tensor") -> "torch.Tensor":
    import torch

    return torch.nn.functional.conv2d(X[None], K)[0]


def colors() -> figures.Picture:
    """The three channels of the portrait."""
    red, green, blue = images.portrait(color=True)
    return figures.row(
        figures.image(red, "channel 0: red"),
        figures.image(green, "channel 1: green"),
        figures.image(blue, "channel 2: blue"),
        alt="Three gray pictures. The red stripe of the flag is bright in channel 0 only, the wall is brightest in "
        "channel 2, the white collar is bright in all three.",
    )


def lost_channel() -> figures.Picture:
    """Both channels' maps, what was printed, and their sum."""
    X, K = _two()
    first, second = (_maps(X[c : c + 1], K[None, c : c + 1])[0] for c in (0, 1))
    return figures.row(
        figures.response(first, "channel 0"),
        figures.response(second, "channel 1"),
        "→",
        figures.response(second, "what came out"),
        figures.response(first + second, "right"),
    )


def twice_the_same() -> figures.Picture:
    """What the loop over kernels gave: the same map, twice."""
    X, K = _two()
    lost = _maps(X[1:], K[None, 1:])[0]
    return figures.row(figures.response(lost, "output 0"), figures.response(lost, "output 1"))


def three_outputs() -> figures.Picture:
    """All three maps of the three stacks of kernels."""
    import torch

    X, K = _two()
    return figures.response(_maps(X, torch.stack((K, K + 1, K + 2))), "three maps")


def spread_biases() -> figures.Picture:
    """What broadcasting makes of three biases."""
    import torch

    return figures.response(torch.zeros(3, 2, 3) + torch.tensor([1.0, 2.0, 3.0]), "three maps plus three biases")


def red_minus_green() -> figures.Picture:
    """Where the portrait is red rather than green or white."""
    X = images.portrait(color=True)
    return figures.row(
        figures.image(X, "Grace Hopper", color=True),
        "→",
        figures.response(X[0] - X[1], "red minus green"),
        alt="The portrait in color, and red minus green: strong on the red stripe of the flag, weaker on the face, "
        "nothing on the white collar.",
    )


def two_ways_of_laying_out() -> figures.Picture:
    """The nine lines that reshape makes, and those that permute and reshape make."""
    X, _ = _two()
    return figures.row(
        figures.image(X.reshape(9, 2), "reshape(9, 2)"),
        figures.image(X.permute(1, 2, 0).reshape(9, 2), "permute(1, 2, 0), then reshape"),
    )


ANSWERS = {
    "wall": Answer(
        "blue",
        "The wall is blue, and the blue channel holds the blue light. White is bright in all three.",
        colors,
        words=("red", "green", "blue"),
    ),
    "integer kernels": Answer(
        91, "Channel 0: 0 + 2 + 9 + 16 = 27. Channel 1: 4 + 10 + 20 + 30 = 64. Then the sum: nothing else."
    ),
    "lost channel": Answer(
        "last",
        "Four spaces are missing. Every channel makes a fresh `Y`, but `sum_Y += Y` stands behind the loop and meets "
        "the last `Y` only.",
        lost_channel,
        words=("sum", "mean", "first", "last"),
    ),
    "two maps": Answer(True, "The loop makes `k` and never uses it: `K` is the same each time around.", twice_the_same),
    "three outputs": Answer(
        {"first numbers": [56, 76, 96], "shape": (3, 2, 2)},
        "56 + 20 and 56 + 40; one map of 2 × 2 for each output channel.",
        three_outputs,
    ),
    "three biases": Answer(
        3,
        "`+` lines up the last axes, so the biases went to the columns. Channel 0 should have got the 1 everywhere.",
        spread_biases,
    ),
    "red minus green": Answer(0, "1 − 1 + 0: white holds as much green as red.", red_minus_green),
    "reshape": Answer(
        [2, 3],
        "`reshape` reads on in the same order, within channel 0, and breaks the lines elsewhere.",
        two_ways_of_laying_out,
    ),
    "order of adding": Answer(False, "0.1 + 0.2 is rounded, and so is 0.2 + 0.3, but not alike."),
    "millionth": Answer(
        True, "It rejects about 9 in 100 of these right pairs; hardly 2 in 1000 are equal to the last bit."
    ),
    "allclose": Answer(
        False,
        "It allows 1e-5 of each number itself (0.00001 of 0 is 0), and 1e-8 on top: `atol` would have to be larger.",
    ),
    "sixty or 580": Answer(
        "network",
        "In the mean of ten starts 99 of 100 against 55: the dense layer must learn every place anew.",
        words=("network", "dense"),
    ),
    "moved bar": Answer(
        "maps",
        "The maps move with it. Their largest numbers stay, and the votes know nothing else.",
        words=("maps", "largest", "both"),
    ),
}
