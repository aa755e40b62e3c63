"""Decides which colour a number gets, with which ink on it.

Knows nothing of pictures: arrays of numbers in, arrays of RGB in [0, 1] out.
"""

import functools
from collections.abc import Sequence

import numpy as np

WINDOW = "#0072B2"  # solid outline: the pixels a kernel looks at (Okabe-Ito blue)
OUTPUT = "#D55E00"  # dashed outline: the one output they make (Okabe-Ito vermilion)
TEXT = "#1a1a1a"
FAINT = "#595959"  # 7:1 on white
GRID = "#c4c4c4"
UNKNOWN = "#d9d9d9"  # a square whose number is not finite

# Okabe and Ito's colours in the order that reads best on white; each line also has its own dashes and marker.
LINES = (WINDOW, OUTPUT, "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")

# ColorBrewer's PuOr without its two almost black ends, and with white in place of #f7f7f7 in the middle.
PUOR = ("#b35806", "#e08214", "#fdb863", "#fee0b6", "#ffffff", "#d8daeb", "#b2abd2", "#8073ac", "#542788")


@functools.cache
def rgb(colour: str) -> tuple[float, float, float]:
    """Return '#rrggbb' as three numbers in [0, 1].

    >>> rgb("#ff0000")
    (1.0, 0.0, 0.0)
    """
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def scale(signed: bool) -> tuple[str, ...]:
    """Return the colours from the lower limit to the upper one, in equal steps."""
    return PUOR if signed else ("#000000", "#ffffff")


def paint(values: np.ndarray, limits: tuple[float, float], signed: bool) -> np.ndarray:
    """Return the colours (..., 3) of `values` (...): gray, or if `signed` orange below zero, purple above.

    Values outside `limits` take the colour of the nearest limit; NaN and infinities are light gray.

    >>> paint(np.array([0.0, 1.0]), (-1, 1), signed=True).round(2).tolist()
    [[1.0, 1.0, 1.0], [0.33, 0.15, 0.53]]
    """
    low, high = limits
    finite = np.isfinite(values)
    place = np.clip((np.where(finite, values, low) - low) / (high - low), 0, 1)
    anchors = np.array([rgb(colour) for colour in scale(signed)])
    stops = np.linspace(0, 1, len(anchors))
    colours = np.stack([np.interp(place, stops, channel) for channel in anchors.T], axis=-1)
    return np.where(finite[..., None], colours, rgb(UNKNOWN))


def code(colour: Sequence[float] | np.ndarray) -> str:
    """Return (r, g, b) in [0, 1] as '#rrggbb'.

    >>> code((1.0, 0.5, 0.0))
    '#ff8000'
    """
    return "#" + "".join(f"{round(255 * float(part)):02x}" for part in colour)


def ink(colour: Sequence[float] | np.ndarray) -> str:
    """Return black or white, whichever can be read better on `colour` (r, g, b).

    One of the two always reaches the 4.5:1 that WCAG asks of small text: where both are equal, it is 4.58.

    >>> ink((1, 1, 1)), ink((0.3, 0.3, 0.3))
    ('#000000', '#ffffff')
    """
    # WCAG 2 contrast: black's is (L + 0.05) / 0.05, white's 1.05 / (L + 0.05), equal where (L + 0.05)^2 = 1.05 * 0.05
    return "#000000" if (_luminance(colour) + 0.05) ** 2 >= 1.05 * 0.05 else "#ffffff"


def _luminance(colour: Sequence[float] | np.ndarray) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
