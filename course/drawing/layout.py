"""Decides where everything goes, in CSS pixels with y downwards, so that a figure is never wider than a page.

Numbers printed in squares want squares of 34 pixels. A row that gets too wide shrinks as a whole; below 20
pixels the numbers are left out and a colour bar speaks instead.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from course.drawing.lettering import text_width
from course.drawing.numbers import spell
from course.drawing.panels import Blank, Grid, Panel

PAGE = 900  # width of a notebook's output area
MARGIN = 8
GAP = 14  # between panels of one array
JOIN = 20  # between arrays of a row
SIGN, SIGN_FONT = 18, 22  # a "*" or "=" between them
SQUARE, SMALLEST_SQUARE, WIDEST_SQUARE = 34, 20, 56  # with a number inside
PHOTO = 240  # the longer side of an array too large for numbers
AXIS, TICKS, SUBTITLE, TITLE = 14, 13, 16, 17  # heights of the texts around a panel
SUBTITLE_FONT, TITLE_FONT = 11, 13
BAR = 58  # colour bar with its labels
LINE_PLOT, LINE_LABEL_FONT = (430, 250), 11
BLANK = (210, 84)


P = TypeVar("P", bound=Panel)


@dataclass
class Box(Generic[P]):
    """Where one panel of a row goes; (left, top) is the corner of its body, without ticks and titles."""

    panel: P
    body: tuple[float, float]  # width, height
    around: tuple[float, float, float, float]  # room needed left, above, right, below
    cell: float = 0  # side of one square
    step: tuple[float, float] = (0, 0)  # from one channel to the next, across and down
    numbers: bool = False  # printed in the squares?
    heading: tuple[str, ...] = ()  # lines of the title; none when the title is the caption
    left: int = 0
    top: int = 0


def needs_bar(grid: Grid, numbers: bool) -> bool:
    """Is a colour bar needed to tell what a colour means? Not for gray from 0 to 1."""
    return grid.bar and not numbers and grid.limits != (0.0, 1.0)


def longest_number(grid: Grid) -> float:
    """Return the width of the longest number in `grid`, for a font of size 1."""
    largest = max(map(abs, grid.limits))
    return max(text_width(text, 1) for text in {spell(value, largest) for value in np.unique(grid.values)})


def arrange(items: Sequence[Panel | str], headings: bool) -> tuple[list[Box], list[tuple[str, float, float]], int, int]:
    """Return (boxes, signs, width, height) for panels and signs in a row; signs are (text, x, y) centres.

    `headings` says whether each panel carries its title, as in a row of several.
    """
    panels = [item for item in items if not isinstance(item, str)]
    for percent in range(100, 10, -4):
        boxes = _boxes(panels, percent / 100, headings)
        rooms = list(_rooms(items, iter(boxes)))
        width = 2 * MARGIN + sum(rooms) + JOIN * (len(items) - 1)
        if width <= PAGE:
            break
    middle = math.ceil(MARGIN + max(box.around[1] + box.body[1] / 2 for box in boxes))
    bottom = middle + max(box.body[1] / 2 + box.around[3] for box in boxes)
    signs: list[tuple[str, float, float]] = []
    x, waiting = MARGIN, iter(boxes)
    for item, room in zip(items, rooms, strict=True):
        if isinstance(item, str):
            signs.append((item, x + room / 2, middle))
        else:
            box = next(waiting)
            box.left, box.top = math.ceil(x + box.around[0]), math.ceil(middle - box.body[1] / 2)
        x += room + JOIN
    return boxes, signs, width, math.ceil(bottom + MARGIN)


def _rooms(items: Sequence[Panel | str], boxes: Iterator[Box]) -> Iterator[int]:
    for item in items:
        if isinstance(item, str):
            yield max(SIGN, math.ceil(text_width(item, SIGN_FONT)))
        else:
            box = next(boxes)
            yield math.ceil(box.around[0] + box.body[0] + box.around[2])


def _boxes(panels: Sequence[Panel], scale: float, headings: bool) -> list[Box]:
    """Size every panel: arrays with numbers share one size of square, and so do those without."""
    squares = [
        max(SQUARE, 10.5 * longest_number(panel) + 6) for panel in panels if isinstance(panel, Grid) and panel.small
    ]
    square = math.floor(min(max(squares, default=0), WIDEST_SQUARE) * scale)
    numbered = [isinstance(panel, Grid) and panel.small and square >= SMALLEST_SQUARE for panel in panels]
    photos = [
        max(panel.values.shape[2:])
        for panel, numbers in zip(panels, numbered, strict=True)
        if isinstance(panel, Grid) and not numbers
    ]
    pixel = _pixel(max(photos, default=1), scale)
    boxes = []
    for panel, numbers in zip(panels, numbered, strict=True):
        if isinstance(panel, Grid):
            box = _grid_box(panel, square if numbers else pixel, numbers)
        elif isinstance(panel, Blank):
            box = Box(panel, BLANK, (0, 0, 0, 0))
        else:
            names = max(text_width(label, LINE_LABEL_FONT) for label in panel.series)
            box = Box(panel, (LINE_PLOT[0] * max(scale, 0.5), LINE_PLOT[1]), (64, 8, names + 16, 40))
        boxes.append(_with_heading(box, scale) if headings else box)
    return boxes


def _pixel(longest: int, scale: float) -> float:
    """Return the side of a pixel so that the longest axis is about PHOTO, in whole pixels of a 2x screen."""
    side = min(PHOTO / longest, SQUARE) * scale
    return math.floor(2 * side) / 2 if side >= 0.5 else side


def _grid_box(grid: Grid, cell: float, numbers: bool) -> Box:
    down, across, rows, columns = grid.values.shape
    names = text_width(grid.label(down - 1, across - 1), SUBTITLE_FONT) if grid.axes else 0
    above = SUBTITLE if grid.axes else 0
    slot = max(columns * cell, math.ceil(names))  # a 1x1 kernel is narrower than its own name
    step = slot + GAP, rows * cell + GAP + above
    body = across * step[0] - GAP, (down - 1) * step[1] + rows * cell
    left = AXIS + 10 + 6 * len(str(rows - 1))
    right = BAR if needs_bar(grid, numbers) else 0
    return Box(grid, body, (left, above, right, TICKS + AXIS), cell, step, numbers)


def _with_heading(box: Box, scale: float) -> Box:
    """Add the panel's title, centred above it and broken where it gets much wider than the panel."""
    box.heading = tuple(_wrap(box.panel.title, max(box.body[0], 130 * scale)))
    spill = (max(text_width(line, TITLE_FONT, bold=True) for line in box.heading) - box.body[0]) / 2
    left, above, right, below = box.around
    box.around = max(left, spill), above + TITLE * len(box.heading) + 4, max(right, spill), below
    return box


def _wrap(text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, TITLE_FONT, bold=True) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
