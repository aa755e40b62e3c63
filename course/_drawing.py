"""Decides what the ink looks like: paints arranged panels to a PNG at twice the density of the page.

matplotlib is imported inside functions and used through its objects: no pyplot, nothing shared with the
student's own figures, whose rcParams are set aside while we draw.
"""

import io

import numpy as np

from course import _line_plot, _palette
from course._alt_text import spell
from course._layout import (
    AXIS,
    GAP,
    SIGN_FONT,
    SUBTITLE,
    SUBTITLE_FONT,
    TICKS,
    TITLE,
    TITLE_FONT,
    arrange,
    longest_number,
    needs_bar,
    text_width,
)
from course._panels import Blank, Grid

DENSITY = 2  # screen pixels to a CSS pixel
POINT = _line_plot.POINT
NUMBER_FONT, TICK_FONT = 13, 10


def png(items, headings):
    """Return (PNG bytes, width in CSS pixels) of panels and signs in a row."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    boxes, signs, width, height = arrange(items, headings)
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        figure = Figure(figsize=(width / 100, height / 100), dpi=100 * DENSITY, facecolor="white")
        FigureCanvasAgg(figure)
        # One data unit is one CSS pixel; nothing we draw may move that.
        page = figure.add_axes((0, 0, 1, 1), xlim=(0, width), ylim=(height, 0), autoscale_on=False)
        page.set_axis_off()
        for box in boxes:
            _heading(page, box)
            {Grid: _grid, Blank: _blank}.get(type(box.panel), _line_plot.draw)(page, box)
        for text, x, y in signs:
            _write(page, x, y, text, SIGN_FONT)
        file = io.BytesIO()
        figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue(), width


def _write(page, x, y, text, size, colour=_palette.TEXT, ha="center", va="center", **more):
    page.text(x, y, text, size=size * POINT, color=colour, ha=ha, va=va, parse_math=False, **more)


def _frame(page, left, top, width, height, **style):
    from matplotlib.patches import Rectangle

    style = {"fc": "none", "ec": _palette.FAINT, "lw": 0.8, "joinstyle": "miter"} | style
    page.add_patch(Rectangle((left, top), width, height, **style))


def _heading(page, box):
    lowest = box.top - (SUBTITLE if getattr(box.panel, "axes", ()) else 0) - 6
    for number, line in enumerate(reversed(box.heading)):
        y = lowest - TITLE * number
        _write(page, box.left + box.body[0] / 2, y, line, TITLE_FONT, va="baseline", weight="bold")


def _blank(page, box):
    width, height = box.body
    middle = box.left + width / 2, box.top + height / 2
    _frame(page, box.left, box.top, width, height, fc="#f7f7f7", ls=(0, (3, 3)))
    _write(page, *middle, "nothing to show yet", 12, _palette.FAINT)
    _write(page, middle[0], middle[1] + 20, box.panel.reason, TICK_FONT, _palette.FAINT)


def _grid(page, box):
    grid = box.panel
    down, across, rows, columns = grid.values.shape
    colours = _palette.paint(grid.values, grid.limits, grid.signed)
    indent = (box.step[0] - GAP - columns * box.cell) / 2
    for place in np.ndindex(down, across):
        left, top = box.left + place[1] * box.step[0] + indent, box.top + place[0] * box.step[1]
        _squares(page, left, top, box, colours[place])
        if box.numbers:
            _numbers(page, left, top, box, grid.values[place], colours[place])
        if grid.axes:
            middle = left + columns * box.cell / 2
            _write(page, middle, top - 5, grid.label(*place), SUBTITLE_FONT, va="baseline")
        if grid.window:
            _outline(page, left, top, box)
        if place[1] == 0:
            _row_axis(page, left, top, rows, box.cell)
        if place[0] == down - 1:
            _column_axis(page, left, top + rows * box.cell, columns, box.cell, named=place[1] == 0)
    if needs_bar(grid, box.numbers):
        _colour_bar(page, box)


def _squares(page, left, top, box, colours):
    rows, columns = colours.shape[:2]
    right, bottom = left + columns * box.cell, top + rows * box.cell
    page.imshow(colours, extent=(left, right, bottom, top), interpolation="nearest", aspect="auto")
    if box.numbers:
        style = {"color": _palette.GRID, "lw": 0.6}
        page.vlines([left + box.cell * col for col in range(1, columns)], top, bottom, **style)
        page.hlines([top + box.cell * row for row in range(1, rows)], left, right, **style)
    _frame(page, left, top, right - left, bottom - top)


def _numbers(page, left, top, box, values, colours):
    largest = max(map(abs, box.panel.limits))
    size = min(NUMBER_FONT, 0.42 * box.cell, (box.cell - 5) / longest_number(box.panel))
    for row, col in np.ndindex(values.shape):
        centre = left + (col + 0.5) * box.cell, top + (row + 0.5) * box.cell
        text = spell(values[row, col], largest)
        _write(page, *centre, text, size, _palette.ink(colours[row, col]), va="center_baseline")


def _ticks(length, cell, room):
    """Return the indices to label, so that each has `room` pixels: multiples of 1, 2, 5, 10, 20, 50, ..."""
    steps = (factor * 10**power for power in range(9) for factor in (1, 2, 5))
    return range(0, length, next(step for step in steps if step * cell >= room))


def _row_axis(page, left, top, rows, cell):
    for row in _ticks(rows, cell, TICK_FONT + 4):
        y = top + (row + 0.5) * cell
        _write(page, left - 5, y, row, TICK_FONT, _palette.FAINT, "right", "center_baseline")
    x = left - 9 - 6 * len(str(rows - 1)) - AXIS / 2
    _write(page, x, top + rows * cell / 2, "row", TICK_FONT, _palette.FAINT, rotation=90)


def _column_axis(page, left, bottom, columns, cell, named):
    room = text_width(str(columns - 1), TICK_FONT) + 6
    for col in _ticks(columns, cell, room):
        _write(page, left + (col + 0.5) * cell, bottom + TICKS, col, TICK_FONT, _palette.FAINT, va="baseline")
    if named:
        x, y = left + columns * cell / 2, bottom + TICKS + AXIS - 1
        _write(page, x, y, "column", TICK_FONT, _palette.FAINT, va="baseline")


def _outline(page, left, top, box):
    """Outline a window, with white under it so that it is seen on black and on purple."""
    row, col, height, width = (number * box.cell for number in box.panel.window)
    style = {"ec": _palette.OUTPUT, "ls": (0, (2, 1))} if box.panel.kind == "response" else {"ec": _palette.WINDOW}
    _frame(page, left + col, top + row, width, height, ec="white", lw=5)
    _frame(page, left + col, top + row, width, height, lw=3.2, **style)


def _colour_bar(page, box):
    low, high = box.panel.limits
    left, top, bottom = box.left + box.body[0] + 10, box.top, box.top + box.body[1]
    scale = _palette.paint(np.linspace(high, low, 101)[:, None], box.panel.limits, box.panel.signed)
    page.imshow(scale, extent=(left, left + 10, bottom, top), interpolation="nearest", aspect="auto")
    _frame(page, left, top, 10, bottom - top)
    for value in {low, high, 0.0}:
        y = bottom - (value - low) / (high - low) * (bottom - top)
        text = ("+" if value > 0 and box.panel.signed else "") + spell(value, max(-low, high))
        _write(page, left + 14, y, text, TICK_FONT, _palette.FAINT, "left", "center_baseline")
