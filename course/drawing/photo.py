"""Decides how a large array becomes ink: as one embedded PNG, where a rectangle per number would be too much."""

import base64
import struct
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
    """Return the PNG file of `colours` (rows, columns, 3), bytes.

    Source: W3C, Portable Network Graphics (third edition), sections 5 and 11.
    """
    rows, columns, _ = colours.shape
    lines = np.zeros((rows, 1 + 3 * columns), np.uint8)  # each line opens with its filter type, 0: none
    lines[:, 1:] = colours.reshape(rows, -1)
    header = struct.pack(">IIBBBBB", columns, rows, 8, 2, 0, 0, 0)  # 8 bits, RGB
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(lines.tobytes())), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
