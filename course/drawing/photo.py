"""Decides how a large array becomes ink: as one embedded PNG, where a rectangle per number would be too much."""

import base64
import io

import numpy as np


def photo(colours: np.ndarray, width: float, height: float) -> str:
    """Return `<image>` of `colours` (rows, columns, 3), bytes, stretched to a size in CSS pixels.

    Safari ignored `pixelated` inside SVG until 2025 (WebKit bug 286906), so a square is as many PNG pixels as CSS
    pixels, and only its edges can blur.
    """
    repeat = max(1, round(width / colours.shape[1]))
    colours = colours.repeat(repeat, axis=0).repeat(repeat, axis=1)
    source = base64.b64encode(png(colours)).decode()
    return (
        f'<image width="{width:g}" height="{height:g}" preserveAspectRatio="none" '
        f'style="image-rendering:pixelated" href="data:image/png;base64,{source}"/>'
    )


def png(colours: np.ndarray) -> bytes:
    """Return the PNG file of `colours` (rows, columns, 3), bytes."""
    from PIL import Image  # matplotlib brings it; only pictures need it, so `import course` does not wait for it

    file = io.BytesIO()
    # of the time of a picture most is compressing: 3 takes two thirds of it for a file larger by a seventh
    Image.fromarray(np.ascontiguousarray(colours)).save(file, "PNG", compress_level=3)
    return file.getvalue()
