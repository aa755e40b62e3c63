"""Decides what a line plot looks like: each line has its colour, dashes, marker, and its name at its end."""

import math
from collections.abc import Iterator

import numpy as np

from course.drawing import palette
from course.drawing.layout import LINE_LABEL_FONT, Box
from course.drawing.lettering import write
from course.drawing.numbers import tick
from course.drawing.panels import Plot

DASHES = ("", "11 4.5", "2.2 3", "13 4.5 2.2 4.5", "6.5 2.2", "18 6.5", "")
MARKERS = (  # around the point: circle, square, diamond, triangles up and down, plus, cross
    "m-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z",
    "m-3.2-3.2h6.4v6.4h-6.4z",
    "m0-4.4l4.4 4.4l-4.4 4.4l-4.4-4.4z",
    "m0-4.2l4 7.2h-8z",
    "m0 4.2l4-7.2h-8z",
    "m-1.3-3.9h2.6v2.6h2.6v2.6h-2.6v2.6h-2.6v-2.6h-2.6v-2.6h2.6z",
    "m0-1.8l2-2l1.8 1.8l-2 2l2 2l-1.8 1.8l-2-2l-2 2l-1.8-1.8l2-2l-2-2l1.8-1.8z",
)
AXIS_FONT, TICK_FONT = 11, 10
LABEL_HEIGHT = 15

Tick = tuple[float, str]  # place, text


def draw(box: Box[Plot]) -> Iterator[str]:
    """Yield the Plot of `box` as SVG; (0, 0) is the upper left corner of its axes."""
    plot, (width, height) = box.panel, box.body
    all_x, all_y = (np.concatenate(parts) for parts in zip(*plot.series.values(), strict=True))
    left, right, x_ticks = _scale(all_x, width / 45, whole=(all_x == all_x.round()).all())
    low, high, y_ticks = _scale(np.log10(all_y) if plot.log else all_y, height / 25, log=plot.log)
    x_ticks = [((place - left) / (right - left) * width, text) for place, text in x_ticks]
    y_ticks = [((high - place) / (high - low) * height, text) for place, text in y_ticks]
    yield from _axes(box, x_ticks, y_ticks)
    ends = []
    yield '<g shape-rendering="auto">'
    for number, (label, (x, y)) in enumerate(plot.series.items()):
        colour = palette.LINES[number % 7]
        across = (x - left) / (right - left) * width
        down = (high - (np.log10(y) if plot.log else y)) / (high - low) * height
        points = [f"{x:.1f} {y:.1f}" for x, y in zip(across, down, strict=True)]
        dashes = DASHES[number % 7] and f' stroke-dasharray="{DASHES[number % 7]}"'
        yield f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" stroke-width="2.2"{dashes}/>'
        marks = "".join(f"M{point}{MARKERS[number % 7]}" for point in points[:: max(1, len(points) // 12)])
        yield f'<path d="{marks}" fill="{colour}"/>'
        ends.append((down[-1], across[-1], label, colour))
    yield from _names(ends, width, height)
    yield "</g>"


def _scale(
    values: np.ndarray, most: float, *, log: bool = False, whole: bool = False
) -> tuple[float, float, list[Tick]]:
    """Return (low, high, ticks) with some air around `values`; a tick is (place, text), about `most` of them.

    On a logarithmic scale, `values`, limits and places are exponents of ten.
    """
    low, high = float(values.min()), float(values.max())
    air = 0.05 * (high - low) or 0.05 * abs(high) or 0.5
    low, high = low - air, high + air
    if log and math.floor(high) > math.ceil(low):  # two powers of ten at least
        exponents = [round(number) for number, _ in _round_numbers(low, high, most, whole=True)]
        return low, high, [(n, tick(10.0**n, -n)) for n in exponents]
    if log:
        ticks = _round_numbers(10**low, 10**high, most)
        return low, high, [(math.log10(number), text) for number, text in ticks]
    return low, high, _round_numbers(low, high, most, whole)


def _round_numbers(low: float, high: float, most: float, whole: bool = False) -> list[Tick]:
    """Return the multiples of 1, 2 or 5 times a power of ten between two numbers, about `most`, with their texts.

    >>> _round_numbers(-0.2, 1.3, 5)
    [(0.0, '0.0'), (0.5, '0.5'), (1.0, '1.0')]
    """
    power = math.floor(math.log10((high - low) / most))
    steps = [(factor, power + more) for more in range(9) for factor in (1, 2, 5)]
    enough = ((f * 10.0**p, -p) for f, p in steps if (high - low) / (f * 10.0**p) <= most and not (whole and p < 0))
    step, decimals = next(enough)
    numbers = [count * step for count in range(math.ceil(low / step), math.floor(high / step) + 1)]
    return [(number, tick(number, decimals)) for number in numbers]


def _axes(box: Box[Plot], x_ticks: list[Tick], y_ticks: list[Tick]) -> Iterator[str]:
    (width, height), plot = box.body, box.panel
    grid = [f"M{x:.1f} 0V{height:g}" for x, _ in x_ticks] + [f"M0 {y:.1f}H{width:g}" for y, _ in y_ticks]
    edge = [f"M0 0V{height:g}H{width:g}"]
    edge += [f"M{x:.1f} {height:g}v4" for x, _ in x_ticks] + [f"M0 {y:.1f}h-4" for y, _ in y_ticks]
    yield f'<path d="{"".join(grid)}" stroke="#e6e6e6" stroke-width="0.8"/>'
    yield f'<path d="{"".join(edge)}" fill="none" stroke="{palette.FAINT}" stroke-width="0.8"/>'
    for x, text in x_ticks:
        yield write(x, height + 12, text, TICK_FONT, palette.FAINT)
    for y, text in y_ticks:
        yield write(-7, y, text, TICK_FONT, palette.FAINT, anchor="end")
    yield write(width / 2, height + 31, plot.x, AXIS_FONT, drop=0)
    x, y = 10 - box.around[0], height / 2
    yield write(x, y, plot.y, AXIS_FONT, drop=0.27, more=f'transform="rotate(-90 {x:g} {y:g})"')


def _names(ends: list[tuple[float, float, str, str]], width: float, height: float) -> Iterator[str]:
    """Write each line's name beside its end, pushed apart where ends are close, with a thin leading line."""
    free = -math.inf
    for below, (y, x, label, colour) in zip(reversed(range(len(ends))), sorted(ends), strict=True):
        place = min(max(y, free), height - LABEL_HEIGHT * below)
        free = place + LABEL_HEIGHT
        if label:
            yield f'<path d="M{x + 4:.1f} {y:.1f}L{width + 6:g} {place:.1f}" stroke="{colour}"/>'
            yield write(width + 10, place, label, LINE_LABEL_FONT, anchor="start")
