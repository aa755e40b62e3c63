"""Decides how a large array becomes ink: as one embedded PNG, where a rectangle per number would be too much."""

import base64
import io
import zlib

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
    """Return the PNG file of `colours` (rows, columns, 3), bytes; of grays only, one byte a pixel instead of three."""
    from PIL import Image  # matplotlib brings it; only pictures need it, so `import course` does not wait for it

    gray = colours[..., 0]
    pixels = gray if (gray == colours[..., 1]).all() and (gray == colours[..., 2]).all() else colours
    file = io.BytesIO()
    # where squares are many pixels, looking for runs of one byte finds what there is to find, in half of the time
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, "PNG", compress_level=3, compress_type=zlib.Z_RLE)
    return file.getvalue()
