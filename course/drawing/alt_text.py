"""Decides what a figure says to somebody who cannot see it: sentences, with the numbers if they are few."""

from collections.abc import Sequence

import numpy as np

from course.drawing.numbers import significant, spell
from course.drawing.panels import Blank, Grid, Panel, Plot

MOST_SPOKEN = 49  # a 7x7 array is still read out number by number
OPEN, CLOSE = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
SIGNS = {"*": "times", "×": "times", "=": "equals", "+": "plus", "-": "minus", "\N{RIGHTWARDS ARROW}": "becomes"}


def sentence(panel: Panel) -> str:
    """Return what one panel shows, as sentences."""
    if isinstance(panel, Blank):
        return f"There is nothing to show yet for {_quoted(panel.title)}{panel.reason and f': {panel.reason}'}."
    return _grid_sentence(panel) if isinstance(panel, Grid) else _plot_sentence(panel)


def row_sentence(items: Sequence[Panel | str]) -> str:
    """Return what panels and signs side by side show: first the formula, then each panel."""
    formula = " ".join(SIGNS.get(item, item) if isinstance(item, str) else _quoted(item.title) for item in items)
    formula = formula.replace(f"{CLOSE} {OPEN}", f"{CLOSE}, {OPEN}")
    return f"Side by side: {formula}. " + " ".join(sentence(item) for item in items if not isinstance(item, str))


def _quoted(title: str) -> str:
    return f"{OPEN}{title}{CLOSE}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _grid_sentence(grid: Grid) -> str:
    down, across, rows, columns = grid.values.shape
    size = f"{_count(rows, 'row')} and {_count(columns, 'column')}"
    if grid.axes:
        counts = (down, across) if len(grid.axes) == 2 else (across,)
        panels = " by ".join(_count(count, axis) for count, axis in zip(counts, grid.axes, strict=True))
        size = f"{panels}, each with {size}"
    text = f"The {grid.kind} {_quoted(grid.title)} has {size}{_values(grid)}."
    if grid.colours is not None:
        text = f"The color picture {_quoted(grid.title)} has {size}."
    if grid.window:
        row, col, height, width = grid.window
        style, what = ("dashed orange", "output cell") if grid.kind == "response" else ("solid blue", "window")
        where = f"{_span('row', row, height)} and {_span('column', col, width)}"
        text += f" A {style} outline marks the {what} at {where}."
    return text


def _span(axis: str, first: int, length: int) -> str:
    return f"{axis} {first}" if length == 1 else f"{axis}s {first} to {first + length - 1}"


def _values(grid: Grid) -> str:
    if grid.values.size > MOST_SPOKEN:
        same = _one_row_for_all(grid)
        finite = grid.values[np.isfinite(grid.values)]
        if same is not None:
            return f": every row is {same}"
        if finite.size == 0:
            return ", and no value is finite"
        strange = "" if finite.size == grid.values.size else f", and {grid.values.size - finite.size} not finite"
        return f", with values from {spell(finite.min())} to {spell(finite.max())}{strange}"
    parts = []
    for place in np.ndindex(grid.values.shape[:2]):
        lines = grid.values[place]
        rows = "; ".join(f"row {number} is {_numbers(line, grid)}" for number, line in enumerate(lines))
        if len(lines) > 1 and (lines == lines[0]).all():
            rows = f"every row is {_numbers(lines[0], grid)}"
        parts.append(f"in {grid.name(*place)}, {rows}" if grid.axes else rows)
    return ": " + "; ".join(parts)


def _one_row_for_all(grid: Grid) -> str | None:
    lines = grid.values.reshape(-1, grid.values.shape[-1])
    short = len(lines[0]) <= 16 and grid.values.shape[:2] == (1, 1)
    return _numbers(lines[0], grid) if short and (lines == lines[0]).all() else None


def _numbers(line: np.ndarray, grid: Grid) -> str:
    return ", ".join(spell(value, max(map(abs, grid.limits))) for value in line)


def _plot_sentence(plot: Plot) -> str:
    scale = " on a logarithmic scale" if plot.log else ""
    lines = "; ".join(_line(plot, label, *points) for label, points in plot.series.items())
    return f"The line plot {_quoted(plot.title)} shows {plot.y}{scale} against {plot.x}: {lines}."


def _line(plot: Plot, label: str, positions: np.ndarray, heights: np.ndarray) -> str:
    change = heights[-1] - heights[0]
    verb = "falls" if change < 0 else "rises" if change > 0 else "goes"
    first, last = (f"{significant(heights[end])} at {plot.x} {significant(positions[end])}" for end in (0, -1))
    text = f"{_quoted(label) if label else plot.y} {verb} from {first} to {last}"
    if label in plot.broken:
        text += f" and cannot be drawn at {plot.x} {significant(plot.broken[label])}"
    return text
