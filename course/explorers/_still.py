"""Still pictures in SVG: the few shapes that an explorer leaves behind for readers without a kernel.

Only plain tags and attributes, so that a page that filters HTML can let them through.
"""

import base64
from collections.abc import Sequence
from html import escape

import numpy as np

from course.drawing.numbers import spell
from course.drawing.palette import code, ink, paint
from course.drawing.photo import png

BLUE, ORANGE, INK = "#0072B2", "#D55E00", "#1a1a1a"
_FONT = 'font-family="system-ui, sans-serif"'


def panel(
    title: str,
    values: np.typing.ArrayLike,
    *,
    signed: bool = True,
    size: int = 34,
    peak: float | None = None,
    mark: tuple[int, int] | None = None,
) -> dict:
    """Return a panel of numbered cells: PuOr with white at zero when `signed`, else gray.

    `peak` is the value of the darkest colour (the largest one by default), `mark` a (row, col) to frame.
    """
    values = np.atleast_2d(np.asarray(values, dtype=float))
    peak = peak or max(np.abs(values).max(initial=0), 1e-9)
    low, high = (-peak, peak) if signed else (min(0.0, values.min()), max(1.0, values.max()))
    colours = paint(values, (low, high), signed)
    parts = []
    for (row, col), value in np.ndenumerate(values):
        colour = colours[row, col]
        x, y = col * size, row * size
        edge = f'stroke="{ORANGE}" stroke-width="3"' if mark == (row, col) else 'stroke="#c8c8c8"'
        parts.append(f'<rect x="{x}" y="{y}" width="{size}" height="{size}" fill="{code(colour)}" {edge}/>')
        if size >= 20:
            parts.append(
                f'<text x="{x + size / 2}" y="{y + size / 2 + 4}" text-anchor="middle" '
                f'font-size="{size * 0.36:.0f}" fill="{ink(colour)}">{spell(value)}</text>'
            )
    return {"title": title, "width": values.shape[1] * size, "height": values.shape[0] * size, "parts": parts}


def photo_panel(
    title: str, alt: str, values: np.typing.ArrayLike, size: float, *, signed: bool, peak: float = 1.0
) -> str:
    """Return an array as a picture without numbers, `size` CSS pixels for each of its own, with its title above.

    PuOr with white at zero up to `peak` when `signed`, else gray from 0 to 1. An `<img>` of its own: pages that are
    cleaned let no picture through inside SVG.
    """
    values = np.asarray(values, dtype=float)
    limits = (-max(peak, 1e-9), max(peak, 1e-9)) if signed else (0.0, 1.0)
    colours = np.round(255 * paint(values, limits, signed)).astype(np.uint8)
    rows, columns = values.shape
    return (
        f'<div style="display:inline-block;vertical-align:top;margin:0 16px 0 0">{escape(title)}<br>'
        f'<img alt="{escape(alt)}" src="data:image/png;base64,{base64.b64encode(png(colours)).decode()}" '
        f'width="{columns * size:.0f}" height="{rows * size:.0f}" style="image-rendering:pixelated"></div>'
    )


def curve(title: str, values: Sequence[float], *, width: int = 260, height: int = 170) -> dict:
    """Return a panel with a falling or rising curve on a logarithmic axis, first and last value printed."""
    logs = np.log10(np.clip(np.nan_to_num(values, nan=1e30, posinf=1e30), 1e-12, 1e12))
    low, high = logs.min(), max(logs.max(), logs.min() + 1)
    xs = np.linspace(8, width - 8, len(logs))
    ys = height - 24 - (logs - low) / (high - low) * (height - 48)
    points = " ".join(f"{x:.0f},{y:.0f}" for x, y in zip(xs, ys, strict=True))
    end = spell(values[-1])
    parts = [
        f'<rect x="0" y="0" width="{width}" height="{height}" fill="#ffffff" stroke="#c8c8c8"/>',
        f'<polyline points="{points}" fill="none" stroke="{BLUE}" stroke-width="2"/>',
        f'<text x="12" y="16" font-size="12" fill="{INK}">starts at {spell(values[0])}</text>',
        f'<text x="{width - 8}" y="{height - 8}" text-anchor="end" font-size="12" fill="{INK}">ends at {end}</text>',
    ]
    return {"title": title, "width": width, "height": height, "parts": parts}


def figure(panels: list, sentence: str, pictures: Sequence[str] = ()) -> str:
    """Return panels side by side (strings are signs between them), then pictures; the figure says what it shows."""
    tall = max(p["height"] for p in panels if isinstance(p, dict))
    x, parts = 8, []
    for item in panels:
        if isinstance(item, str):
            parts.append(f'<text x="{x}" y="{30 + tall / 2 + 7}" font-size="20" fill="{INK}">{escape(item)}</text>')
            x += 34
            continue
        inside = "".join(item["parts"])
        heading = f'<text x="0" y="-9" font-size="13" fill="{INK}">{escape(item["title"])}</text>'
        top = 30 + (tall - item["height"]) / 2
        parts.append(f'<g transform="translate({x},{top})">{heading}{inside}</g>')
        x += max(item["width"], 7 * len(item["title"])) + 22
    width, height = x, tall + 42
    return (
        f'<figure><svg role="img" aria-label="{escape(sentence)}" {_FONT} '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'style="max-width:100%;height:auto">'  # feedback pages are narrower than some pictures
        f"<title>{escape(sentence)}</title>"
        f'<rect x="0" y="0" width="{width}" height="{height}" fill="#ffffff"/>{"".join(parts)}</svg>'
        f"{''.join(pictures)}<figcaption>{escape(sentence)}</figcaption></figure>"
    )
