"""Decides what the ink looks like: writes arranged panels as SVG, in CSS pixels.

Each panel is drawn as if the corner of its body were (0, 0), and then moved into its place.
"""

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from course.drawing import line_plot, palette
from course.drawing.layout import (
    AXIS,
    GAP,
    SIGN_FONT,
    SUBTITLE,
    SUBTITLE_FONT,
    TICKS,
    TITLE,
    TITLE_FONT,
    Box,
    arrange,
    longest_number,
    needs_bar,
)
from course.drawing.lettering import FONT, text_width, write
from course.drawing.numbers import spell
from course.drawing.panels import Blank, Grid, Panel, Plot
from course.drawing.photo import photo

NUMBER_FONT, TICK_FONT = 13, line_plot.TICK_FONT
BASELINE = 0.0  # as `drop`: y is where the letters stand, not their middle


def svg(items: Sequence[Panel | str], headings: bool) -> tuple[str, int]:
    """Return (SVG text, width in CSS pixels) of panels and signs in a row."""
    boxes, signs, width, height = arrange(items, headings)
    parts = []
    for box in boxes:
        parts += [_move(box.left, box.top), *_heading(box), *BODIES[type(box.panel)](box), "</g>"]
    for text, x, y in signs:  # an asterisk hangs from the top of its line
        parts.append(write(x, y, text, SIGN_FONT, drop=0.5 if text == "*" else 0.33))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'font-family="{FONT}" shape-rendering="crispEdges"><rect width="{width}" height="{height}" fill="#ffffff"/>'
        f"{''.join(parts)}</svg>"
    ), width


def _move(x: float, y: float) -> str:
    return f'<g transform="translate({x:g} {y:g})">'


def _frame(
    width: float, height: float, *, colour: str = palette.FAINT, line: float = 1.0, fill: str = "none", dashes: str = ""
) -> str:
    dashes = dashes and f' stroke-dasharray="{dashes}"'
    style = f'fill="{fill}" stroke="{colour}" stroke-width="{line:g}"{dashes}'
    return f'<rect width="{width:g}" height="{height:g}" {style}/>'


def _heading(box: Box) -> Iterator[str]:
    top = -(SUBTITLE if getattr(box.panel, "axes", ()) else 0) - 6 - TITLE * (len(box.heading) - 1)
    for number, line in enumerate(box.heading):
        yield write(box.body[0] / 2, top + TITLE * number, line, TITLE_FONT, more='font-weight="bold"', drop=BASELINE)


def _blank(box: Box[Blank]) -> Iterator[str]:
    width, height = box.body
    yield _frame(width, height, fill="#f7f7f7", dashes="4 3")
    yield write(width / 2, height / 2, "nothing to show yet", 12, palette.FAINT)
    if box.panel.reason:
        yield write(width / 2, height / 2 + 20, box.panel.reason, TICK_FONT, palette.FAINT)


def _grid(box: Box[Grid]) -> Iterator[str]:
    grid = box.panel
    down, across, rows, columns = grid.values.shape
    thin = 1 if box.numbers else max(1, math.floor(0.5 / box.cell))  # a screen shows two pixels to a CSS pixel
    if grid.colours is None:
        colours = palette.paint(grid.values[:, :, ::thin, ::thin], grid.limits, grid.signed)
    else:
        colours = grid.colours[None, None, ::thin, ::thin]
    colours = (255 * colours).round().astype(np.uint8)
    indent = (box.step[0] - GAP - columns * box.cell) / 2
    for place in np.ndindex(down, across):
        yield _move(place[1] * box.step[0] + indent, place[0] * box.step[1])
        if box.numbers:
            yield from _squares(box, colours[place])
            yield from _numbers(box, grid.values[place], colours[place])
        else:
            yield photo(colours[place], columns * box.cell, rows * box.cell)
            yield _frame(columns * box.cell, rows * box.cell)
        if grid.axes:
            yield write(columns * box.cell / 2, -5, grid.label(*place), SUBTITLE_FONT, drop=BASELINE)
        if grid.window:
            yield from _outline(box)
        if place[1] == 0:
            yield from _row_axis(rows, box.cell)
        if place[0] == down - 1:
            yield from _column_axis(columns, box.cell, rows * box.cell, named=place[1] == 0)
        yield "</g>"
    if needs_bar(grid, box.numbers):
        yield from _colour_bar(box)


def _squares(box: Box[Grid], colours: np.ndarray) -> Iterator[str]:
    rows, columns = colours.shape[:2]
    cell, right, bottom = box.cell, columns * box.cell, rows * box.cell
    for row, col in np.ndindex(rows, columns):
        place = f'x="{col * cell:g}" y="{row * cell:g}" width="{cell:g}" height="{cell:g}"'
        yield f'<rect {place} fill="#{colours[row, col].tobytes().hex()}"/>'
    lines = [f"M{cell * col:g} 0V{bottom:g}" for col in range(1, columns)]
    lines += [f"M0 {cell * row:g}H{right:g}" for row in range(1, rows)]
    yield f'<path d="{"".join(lines)}" stroke="{palette.GRID}" stroke-width="0.8"/>'
    yield _frame(right, bottom)


def _numbers(box: Box[Grid], values: np.ndarray, colours: np.ndarray) -> Iterator[str]:
    largest = max(map(abs, box.panel.limits))
    size = min(NUMBER_FONT, 0.42 * box.cell, (box.cell - 5) / longest_number(box.panel))
    for (row, col), value in np.ndenumerate(values):
        ink = palette.ink(tuple(colours[row, col] / 255))
        yield write((col + 0.5) * box.cell, (row + 0.5) * box.cell, spell(value, largest), size, ink)


def _ticks(length: int, cell: float, room: float) -> range:
    """Return the indices to label, so that each has `room` pixels: multiples of 1, 2, 5, 10, 20, 50, ..."""
    steps = (factor * 10**power for power in range(9) for factor in (1, 2, 5))
    return range(0, length, next(step for step in steps if step * cell >= room))


def _row_axis(rows: int, cell: float) -> Iterator[str]:
    for row in _ticks(rows, cell, TICK_FONT + 4):
        yield write(-5, (row + 0.5) * cell, row, TICK_FONT, palette.FAINT, anchor="end")
    x, y = -9 - 6 * len(str(rows - 1)) - AXIS / 2, rows * cell / 2
    yield write(x, y, "row", TICK_FONT, palette.FAINT, drop=0.27, more=f'transform="rotate(-90 {x:g} {y:g})"')


def _column_axis(columns: int, cell: float, bottom: float, named: bool) -> Iterator[str]:
    room = text_width(str(columns - 1), TICK_FONT) + 6
    for col in _ticks(columns, cell, room):
        yield write((col + 0.5) * cell, bottom + TICKS, col, TICK_FONT, palette.FAINT, drop=BASELINE)
    if named:
        yield write(columns * cell / 2, bottom + TICKS + AXIS - 1, "column", TICK_FONT, palette.FAINT, drop=BASELINE)


def _outline(box: Box[Grid]) -> Iterator[str]:
    """Outline a window, with white under it so that it is seen on black and on purple."""
    row, col, height, width = (number * box.cell for number in box.panel.window or ())
    yield _move(col, row)
    yield _frame(width, height, colour="#ffffff", line=7)
    if box.panel.kind == "response":
        yield _frame(width, height, colour=palette.OUTPUT, line=4.4, dashes="8 4")
    else:
        yield _frame(width, height, colour=palette.WINDOW, line=4.4)
    yield "</g>"


def _colour_bar(box: Box[Grid]) -> Iterator[str]:
    low, high = box.panel.limits
    height, name = box.body[1], f"scale-{box.left}"
    colours = palette.scale(box.panel.signed)
    stops = (f'<stop offset="{n / (len(colours) - 1):g}" stop-color="{code}"/>' for n, code in enumerate(colours))
    yield f'<linearGradient id="{name}" x1="0" y1="1" x2="0" y2="0">{"".join(stops)}</linearGradient>'
    yield _move(box.body[0] + 10, 0)
    yield _frame(10, height, fill=f"url(#{name})")
    for value in sorted({low, high, 0.0}):
        text = ("+" if value > 0 and box.panel.signed else "") + spell(value, max(-low, high))
        y = (high - value) / (high - low) * height
        yield write(14, y, text, TICK_FONT, palette.FAINT, anchor="start")
    yield "</g>"


BODIES: dict[type[Panel], Callable[[Box], Iterator[str]]] = {Grid: _grid, Blank: _blank, Plot: line_plot.draw}
