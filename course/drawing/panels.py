"""Decides what there is to draw: reads whatever a student has into panels, or into a blank that says why.

A figure is a list of panels and signs ("*", "="). Nothing here draws.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

MOST_CHANNELS = 8  # per axis of the grid; more are counted, not drawn
MOST_NUMBERS = (10, 16, 160)  # rows, columns, and all in all, of an array that still gets its numbers printed


Window = tuple[int, int] | tuple[int, int, int, int]  # (row, col) of one cell, or (row, col, height, width)


@dataclass(frozen=True)
class Grid:
    """One image, kernel or response: `values` is (panels down, panels across, rows, columns)."""

    kind: str
    title: str
    values: np.ndarray
    axes: tuple[str, ...] = ()  # what the panels are: () or ("channel",) or ("output", "input")
    limits: tuple[float, float] = (0.0, 1.0)
    window: tuple[int, int, int, int] | None = None  # first row, first column, height, width
    colours: np.ndarray | None = None  # (rows, columns, 3) of a picture in colour; `values` is then its brightness
    bar: bool = True  # may a colour bar stand beside it?

    @property
    def signed(self) -> bool:
        return self.kind != "image"

    @property
    def small(self) -> bool:
        """Are the numbers to be printed?"""
        rows, columns = self.values.shape[2:]
        if self.colours is not None:
            return False
        return rows <= MOST_NUMBERS[0] and columns <= MOST_NUMBERS[1] and self.values.size <= MOST_NUMBERS[2]

    def name(self, down: int, across: int) -> str:
        """Return the words for one panel, such as 'channel 2' or 'output 0, input 1'."""
        places = (down, across) if len(self.axes) == 2 else (across,)
        return ", ".join(f"{axis} {place}" for axis, place in zip(self.axes, places, strict=False))

    def label(self, down: int, across: int) -> str:
        """Return the same, short enough to stand above a kernel: 'out 0, in 1'."""
        name = self.name(down, across)
        return name.replace("output", "out").replace("input", "in") if len(self.axes) == 2 else name


@dataclass(frozen=True)
class Plot:
    """Lines over common x positions: `series` maps a label to (x, y), finite points only."""

    title: str
    series: dict[str, tuple[np.ndarray, np.ndarray]]
    broken: dict[str, float]  # label -> first x at which the value cannot be drawn
    x: str
    y: str
    log: bool


@dataclass(frozen=True)
class Blank:
    """The place of something that is not there yet."""

    title: str
    reason: str = ""


Panel = Grid | Plot | Blank


def numbers_in(thing: object) -> np.ndarray | None:
    """Return `thing` as a float64 array of its own, or None if it holds no numbers.

    >>> numbers_in([[1, 2]]).tolist(), numbers_in(None), numbers_in("X")
    ([[1.0, 2.0]], None, None)
    """
    try:
        array = np.asarray(_plain(thing))
        # astype copies: the student may change theirs before it is drawn
        return array.astype(np.float64) if array.dtype.kind in "biuf" else None
    except (AttributeError, OverflowError, RuntimeError, TypeError, ValueError):  # ragged, sparse, anything
        return None


def _plain(thing: object) -> object:
    """Turn torch tensors, also those inside lists, into lists, without importing torch."""
    if hasattr(thing, "detach"):
        return thing.detach().tolist()
    return [_plain(part) for part in thing] if isinstance(thing, (list, tuple)) else thing


AXES = {"image": ("image", "channel"), "response": ("image", "channel"), "kernel": ("output", "input")}


def grid(
    kind: str, thing: object, title: str, *, limit: float | None = None, window: Window | None = None
) -> Grid | Blank:
    """Return a Grid for a 1-D to 4-D array of numbers, otherwise a Blank."""
    values = _drawable(thing)
    if isinstance(values, str):
        return Blank(title, values)
    while values.ndim > 2 and len(values) == 1:  # a batch of one, a layer with one channel
        values = values[0]
    values = np.atleast_2d(values)
    axes = {2: (), 3: ("channel",), 4: AXES[kind]}[values.ndim]
    if values.ndim == 4 and values.shape[1] == 1:  # one kernel per output: side by side
        values, axes = values[:, 0], axes[:1]
    many = [f"{size} {axis}s" for size, axis in zip(values.shape, axes, strict=False) if size > MOST_CHANNELS]
    if many:
        title += f" (the first {MOST_CHANNELS} of {' and '.join(many)})"
    limits = _limits(values, kind, limit)
    values = values[(slice(MOST_CHANNELS),) * len(axes)]
    values = values.reshape((1,) * (4 - values.ndim) + values.shape)
    return Grid(kind, title, values, axes, limits, window and _window(window, values.shape[2:]))


def colour_picture(thing: object, title: str) -> Grid | Blank:
    """Return a Grid that shows three channels (3, rows, columns) as one picture in colour, otherwise a Blank."""
    values = _drawable(thing)
    if isinstance(values, str):
        return Blank(title, values)
    if values.ndim != 3 or len(values) != 3:
        return Blank(title, f"red, green and blue are 3 channels, this has shape {values.shape}")
    colours = np.nan_to_num(values, nan=0.5).clip(0, 1)
    return Grid("image", title, values.mean(0)[None, None], colours=np.moveaxis(colours, 0, -1))


def on_one_scale(items: Iterable[Panel | str]) -> list[Panel | str]:
    """Return the items of a row with all gray images on one scale: the same number has the same shade.

    A window that was cut out of an image thus keeps its grays. One colour bar is enough: the last one's.
    """
    shown = list(items)
    gray = {
        n: item for n, item in enumerate(shown) if isinstance(item, Grid) and not item.signed and item.colours is None
    }
    for n, item in gray.items():
        lows, highs = zip(*(one.limits for one in gray.values()), strict=True)
        shown[n] = replace(item, limits=(min(lows), max(highs)), bar=n == max(gray))
    return shown


def _drawable(thing: object) -> np.ndarray | str:
    """Return the numbers of `thing`, or why it cannot be drawn ("" if it is just not there yet)."""
    values = numbers_in(thing)
    if thing is None or thing is ...:
        return ""
    if values is None:
        return f"{type(thing).__name__} is not an array of numbers"
    if values.ndim == 0:
        return "a single number is not an array"
    if values.size == 0:
        return f"shape {values.shape} holds no numbers"
    if values.ndim > 4 and np.prod(values.shape[:-4]) > 1:
        return f"shape {values.shape} has too many axes"
    return values


def _limits(values: np.ndarray, kind: str, limit: float | None) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    if kind == "image":  # 0 is black and 1 is white, unless the data go further
        return min(0.0, finite.min(initial=0.0)), limit or max(1.0, finite.max(initial=1.0))
    limit = limit or np.abs(finite).max(initial=0.0) or 1.0
    return -limit, limit


def _window(window: Window, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Complete (row, col) to (row, col, 1, 1), and refuse a window beyond the array."""
    row, col, height, width = (*window, 1, 1) if len(window) == 2 else window
    if min(row, col, height - 1, width - 1) < 0 or row + height > shape[0] or col + width > shape[1]:
        raise ValueError(
            f"highlight=({row}, {col}, {height}, {width}) does not fit in {shape[0]} rows and {shape[1]} "
            "columns; it is (row, col, height, width) of a window, or (row, col) of one cell"
        )
    return row, col, height, width


def plot(values: object, title: str, x: str, y: str, log: bool, at: object = None) -> Plot | Blank:
    """Return a Plot of {label: values}, without the lines that are not there yet; a Blank if none is left."""
    series: dict[str, tuple[np.ndarray, np.ndarray]] = {}
    broken: dict[str, float] = {}
    places = None if at is None else numbers_in(at)
    if at is not None and places is None:
        raise TypeError(f"lines: at={at!r} holds no numbers; it is the position of each value")
    for label, line in (values if isinstance(values, dict) else {"": values}).items():
        heights = numbers_in(line)
        if heights is None or heights.size == 0:
            continue
        positions = np.arange(heights.size, dtype=float) if places is None else places
        heights = heights.ravel()[: len(positions)]
        drawable = (np.abs(heights) < 1e300) & ((heights > 0) | (not log))  # an axis to 1e308 would overflow
        if not drawable.all():
            broken[str(label)] = positions[: len(heights)][~drawable][0]
        if drawable.any():
            series[str(label)] = positions[: len(heights)][drawable], heights[drawable]
    return Plot(title, series, broken, x, y, log) if series else Blank(title)
