"""Decides what a line plot looks like: each line has its colour, dashes, marker, and its name at its end."""

import math

from course import _palette
from course._layout import LINE_LABEL_FONT

POINT = 0.72  # points to a CSS pixel, at 100 of them to the inch
DASHES = ("-", (0, (5, 2)), (0, (1, 1.4)), (0, (6, 2, 1, 2)), (0, (3, 1)), (0, (8, 3)), "-")
MARKERS = "osD^vPX"
LABEL_HEIGHT = 15


def draw(page, box):
    """Draw the Plot of `box` as axes of its own, placed on `page`, whose units are CSS pixels."""
    plot = box.panel
    width, height = page.get_xlim()[1], page.get_ylim()[0]
    bottom = height - box.top - box.body[1]
    axes = page.figure.add_axes((box.left / width, bottom / height, box.body[0] / width, box.body[1] / height))
    axes.set_yscale("log" if plot.log else "linear")
    for number, (x, y) in enumerate(plot.series.values()):
        colour, dashes, marker = (styles[number % 7] for styles in (_palette.LINES, DASHES, MARKERS))
        axes.plot(x, y, color=colour, ls=dashes, lw=1.6, marker=marker, ms=4, markevery=max(1, len(x) // 12))
    axes.set_xlabel(plot.x, size=11 * POINT, color=_palette.TEXT, parse_math=False)
    axes.set_ylabel(plot.y, size=11 * POINT, color=_palette.TEXT, parse_math=False)
    axes.tick_params(which="both", labelsize=10 * POINT, colors=_palette.FAINT, length=3, width=0.6)
    axes.minorticks_off()
    axes.grid(color="#e6e6e6", lw=0.6)
    axes.set_axisbelow(True)
    axes.patch.set_visible(False)  # it would cover the leading lines
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(_palette.FAINT)
    if all(float(place).is_integer() for x, _ in plot.series.values() for place in x):
        axes.xaxis.get_major_locator().set_params(integer=True)
    _name_lines(page, box, axes)


def _name_lines(page, box, axes):
    """Write each line's name beside its end, pushed apart where ends are close, with a thin leading line."""
    axes.autoscale_view()  # or transData would still be that of empty axes
    ends = []
    for line, label in zip(axes.get_lines(), box.panel.series, strict=True):
        right, up = axes.transAxes.inverted().transform(axes.transData.transform(line.get_xydata()[-1]))
        ends.append((box.top + (1 - up) * box.body[1], box.left + right * box.body[0], label, line.get_color()))
    edge, free = box.left + box.body[0], -math.inf
    for y, x, label, colour in sorted(ends):
        place = max(y, free)
        free = place + LABEL_HEIGHT
        if label:
            page.plot([x + 4, edge + 6], [y, place], color=colour, lw=0.8)
            style = {"size": LINE_LABEL_FONT * POINT, "color": _palette.TEXT, "parse_math": False}
            page.text(edge + 10, place, label, ha="left", va="center_baseline", **style)
