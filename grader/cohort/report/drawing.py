"""Draws a class in SVG: how scores are distributed, how a task went, who did what.  Each picture has its words.

Colours are Okabe and Ito's and cividis, which people see alike whatever they see of red and green; numbers and hatching
say the same without colour.
"""

from html import escape

import numpy as np

from course.drawing.palette import ink, rgb
from grader.cohort.report.data import TaskFigures

FULL, PART, NONE, OPEN, BLANK = "#0072B2", "#56B4E9", "#D55E00", "#F0E442", "#d9d9d9"
PARTS: tuple[tuple[str, str, str], ...] = (("full", FULL, "all points"), ("part", PART, "some"), ("none", NONE, "none"))
PARTS += (("to_mark_by_hand", OPEN, "to mark"), ("blank", BLANK, "blank"))
CIVIDIS = ("#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838")  # matplotlib, by J. R. Nuñez et al., 2018
HATCH = (
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="6" height="6" fill="{OPEN}"/><rect width="2" height="6" fill="#8a7f00"/></pattern></defs>'
)


def histogram(shares: list[float], width: int = 640, height: int = 220) -> str:
    """Return a histogram of shares of the points in tenths; the median is a line with its number."""
    counts, _ = np.histogram(shares, bins=10, range=(0, 1))
    most, floor, top = max(counts.max(), 1), height - 34, 44
    left = 24  # half a label
    step = (width - 2 * left) / 10
    parts = []
    for place, count in enumerate(counts):
        tall = (floor - top) * count / most
        x, y = left + place * step, floor - tall
        parts.append(f'<rect x="{x + 2:.1f}" y="{y:.1f}" width="{step - 4:.1f}" height="{tall:.1f}" fill="{FULL}"/>')
        if count:
            parts.append(f'<text x="{x + step / 2:.1f}" y="{y - 5:.1f}" text-anchor="middle">{count}</text>')
    for tick in range(0, 11, 2):
        x = left + tick * step
        parts.append(f'<text x="{x:.1f}" y="{height - 16}" text-anchor="middle" class="tick">{10 * tick}%</text>')
    middle = float(np.median(shares))
    x = left + middle * 10 * step
    anchor = "end" if middle > 0.8 else "start" if middle < 0.2 else "middle"
    parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="16" y2="{floor}" stroke="#000" stroke-dasharray="5 4"/>')
    parts.append(f'<text x="{x:.1f}" y="12" text-anchor="{anchor}" class="strong">median {middle:.0%}</text>')
    parts.append(f'<line x1="{left}" x2="{width - left}" y1="{floor}" y2="{floor}" stroke="#000"/>')
    spelled = ", ".join(
        f"{count} from {10 * place} to {10 * place + 10}%" for place, count in enumerate(counts) if count
    )
    return _svg(width, height, f"Students by their share of the points: {spelled}; the median is {middle:.0%}.", parts)


def task_bar(row: TaskFigures, width: int = 300, height: int = 24) -> str:
    """Return one bar: how many students have all points of a task, some, none, blank, or wait for their mark."""
    counts = {"full": row["full"], "part": row["part"], "none": row["none"], "blank": len(row["blank"])}
    counts["to_mark_by_hand"] = row["to_mark_by_hand"]
    total, x, parts = max(sum(counts.values()), 1), 0.0, [HATCH] if row["to_mark_by_hand"] else []
    for key, colour, _ in PARTS:
        wide = width * counts[key] / total
        fill = "url(#hatch)" if key == "to_mark_by_hand" else colour
        if counts[key]:
            parts.append(f'<rect x="{x:.1f}" y="0" width="{max(wide - 1, 1):.1f}" height="{height}" fill="{fill}"/>')
        if wide > 24:
            colour = ink(rgb(colour))
            back = ""
            if key == "to_mark_by_hand":
                back = f'<rect x="{x + wide / 2 - 13:.1f}" y="4" width="26" height="{height - 8}" fill="{OPEN}"/>'
            place = f'x="{x + wide / 2:.1f}" y="{height / 2 + 4:.1f}" text-anchor="middle"'
            parts.append(f'{back}<text {place} fill="{colour}">{counts[key]}</text>')
        x += wide
    spelled = ", ".join(f"{counts[key]} {says}" for key, _, says in PARTS if counts[key])
    return _svg(width, height, f"{row['task']}: {spelled or 'nobody yet'}.", parts)


def share_bar(share: float, sentence: str, width: int = 120, height: int = 12, colour: str = NONE) -> str:
    """Return one short bar for a share."""
    parts = [
        f'<rect x="0" y="0" width="{width}" height="{height}" fill="#eee"/>',
        f'<rect x="0" y="0" width="{width * share:.1f}" height="{height}" fill="{colour}"/>',
    ]
    return _svg(width, height, sentence, parts)


def shade(share: float) -> str:
    """Return the style of a square of the table: dark blue for none, yellow for all, ink that can be read on it."""
    anchors = np.array([rgb(colour) for colour in CIVIDIS])
    place = np.linspace(0, 1, len(CIVIDIS))
    colour = tuple(float(np.interp(share, place, channel)) for channel in anchors.T)
    return f"background:#{''.join(f'{round(255 * part):02x}' for part in colour)};color:{ink(colour)}"


def legend() -> str:
    """Return what the parts of a task's bar mean."""
    marks = []
    for key, colour, says in PARTS:
        hatched = "repeating-linear-gradient(45deg,#8a7f00 0 2px,#F0E442 2px 6px)"
        back = hatched if key == "to_mark_by_hand" else colour
        marks.append(f'<span class="mark"><i style="background:{back}"></i>{says}</span>')
    return f'<p class="legend">{"".join(marks)}</p>'


def _svg(width: float, height: float, sentence: str, parts: list[str]) -> str:
    return (
        f'<svg role="img" aria-label="{escape(sentence)}" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}"><title>{escape(sentence)}</title>{"".join(parts)}</svg>'
    )
