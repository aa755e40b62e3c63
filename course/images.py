"""Sample images: 2-D tensors (rows, columns) from 0 (black) to 1 (white), drawn in code but for one portrait.

Their numbers are of torch's default type, float32, as those of a kernel that one types in: the two go together.

The portrait is Grace Hopper's, by James S. Davis, US Navy, 1984: public domain.  matplotlib ships it.
"""

import functools
import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch
    from PIL import Image

PHOTO = Path("mpl-data", "sample_data", "grace_hopper.jpg")  # inside matplotlib, 512 x 600
CROP = (30, 10, 502, 482)  # left, top, right, bottom: head, shoulders, flag and sky
GRAY = (0.299, 0.587, 0.114)  # what red, green and blue add to brightness, as in analog television

__all__ = [
    "checkerboard",
    "diagonal",
    "diagonal_step",
    "disk",
    "letter",
    "parabola",
    "portrait",
    "ramp",
    "shapes",
    "stripes",
]


def stripes(rows: int = 8, columns: int = 8, dark: Sequence[tuple[int, int]] = ((2, 6),)) -> "torch.Tensor":
    """Return a white image with dark vertical stripes; each pair is (first column, column after the last).

    >>> stripes(1, 8).tolist()
    [[1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0]]
    >>> stripes(1, 6, dark=[(0, 1), (3, 4)]).tolist()
    [[0.0, 1.0, 1.0, 0.0, 1.0, 1.0]]
    """
    import torch

    X = torch.ones(rows, columns)
    for start, stop in dark:
        X[:, start:stop] = 0
    return X


def diagonal(size: int = 8) -> "torch.Tensor":
    """Return a white line of one pixel from the top left corner to the bottom right one.

    >>> diagonal(3).tolist()
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
    """
    import torch

    return torch.eye(size)


def diagonal_step(size: int = 8) -> "torch.Tensor":
    """Return an edge along the main diagonal: white on and above it, black below.

    >>> diagonal_step(3).tolist()
    [[1.0, 1.0, 1.0], [0.0, 1.0, 1.0], [0.0, 0.0, 1.0]]
    """
    return diagonal(size).new_ones(size, size).triu()


def ramp(rows: int = 8, columns: int = 8) -> "torch.Tensor":
    """Return brightness that grows evenly from left to right, by 1 / (columns - 1) per pixel.

    >>> ramp(1, 5).tolist()
    [[0.0, 0.25, 0.5, 0.75, 1.0]]
    """
    import torch

    return torch.linspace(0, 1, columns).repeat(rows, 1)


def parabola(rows: int = 8, columns: int = 9) -> "torch.Tensor":
    """Return brightness that grows with the square of the column; second difference 2 / (columns - 1)².

    >>> parabola(1, 5).tolist()                      # 0, 1, 4, 9, 16 sixteenths
    [[0.0, 0.0625, 0.25, 0.5625, 1.0]]
    """
    return ramp(rows, columns) ** 2


def disk(size: int = 16, radius: float | None = None) -> "torch.Tensor":
    """Return a white disk on black, by default 3/4 as wide as the image; pixels on its rim are gray.

    >>> disk(5, radius=1.5).round(decimals=2)[2].tolist()     # rim: 1.5 + 0.5 - 2 = 0
    [0.0, 1.0, 1.0, 1.0, 0.0]
    """
    import torch

    place = torch.arange(size) - (size - 1) / 2
    distance = (place[:, None] ** 2 + place[None, :] ** 2).sqrt()
    return ((3 * size / 8 if radius is None else radius) + 0.5 - distance).clamp(0, 1)


def checkerboard(rows: int = 8, columns: int = 8, square: int = 1) -> "torch.Tensor":
    """Return squares of `square` pixels, white at the top left.

    >>> checkerboard(2, 3).tolist()
    [[1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """
    import torch

    place = torch.arange(rows)[:, None] // square + torch.arange(columns) // square
    return (place + 1.0) % 2


def letter() -> "torch.Tensor":
    """Return a white F, 7x7: no flip, transposition or turn leaves it as it is.

    >>> int(letter().sum())
    13
    """
    import torch

    lines = ["       ", " ##### ", " #     ", " ####  ", " #     ", " #     ", " #     "]
    return torch.tensor([[float(mark == "#") for mark in line] for line in lines])


def shapes(size: int = 48) -> "torch.Tensor":
    """Return a house under the moon: edges in all directions, a round one, thin lines and flat areas.

    >>> X = shapes()
    >>> X.shape, round(float(X[40, 24]), 2)          # the door
    (torch.Size([48, 48]), 0.15)
    """
    import torch

    y, x = torch.meshgrid(torch.arange(size) * 48 / size, torch.arange(size) * 48 / size, indexing="ij")
    X = torch.full((size, size), 0.3)  # night sky
    moon = (6 - ((y - 9) ** 2 + (x - 38) ** 2).sqrt()).clamp(0, 1)
    X += 0.7 * moon
    X[y >= 43] = 0.45  # ground
    X[(y >= 8) & (y < 20) & (x >= 14) & (x < 18)] = 0.6  # chimney
    X[(y >= 24) & (y < 43) & (x >= 10) & (x < 38)] = 0.8  # wall
    X[(y >= 10) & (y < 24) & ((x - 23.5).abs() <= (y - 10) * 1.3)] = 0.1  # roof
    X[(y >= 31) & (y < 43) & (x >= 21) & (x < 27)] = 0.15  # door
    for left in (13, 30):
        X[(y >= 29) & (y < 35) & (x >= left) & (x < left + 5)] = 1.0  # lit window
        X[(y >= 29) & (y < 35) & (x == left + 2)] = 0.15  # its bar, one pixel wide
    return X


def portrait(size: int = 96, *, color: bool = False) -> "torch.Tensor":
    """Return a photograph of Grace Hopper, who wrote an early compiler: (size, size), or (3, size, size) in color.

    It is cropped and scaled down by averaging.  Where matplotlib comes without it, `shapes` stands in, colored.

    >>> portrait(64).shape, portrait(64, color=True).shape
    (torch.Size([64, 64]), torch.Size([3, 64, 64]))
    """
    import torch

    pixels = _photograph(size)
    X = _colored_shapes(size) if pixels is None else pixels / 255
    return X if color else torch.einsum("chw,c->hw", X, torch.tensor(GRAY))


def _photograph(size: int) -> "torch.Tensor | None":
    """Return the cropped photograph, (3, size, size) from 0 to 255, or None where there is none that can be read."""
    found = importlib.util.find_spec("matplotlib")  # finds it without importing it
    places = (found.submodule_search_locations if found else None) or []
    return _scaled(Path(places[0], PHOTO), size) if places else None


@functools.lru_cache(maxsize=8)
def _scaled(path: Path, size: int) -> "torch.Tensor | None":
    photo = _cropped(path)
    if photo is None:
        return None
    import torch
    from PIL import Image

    small = photo.resize((size, size), Image.Resampling.BOX)
    pixels = torch.frombuffer(bytearray(small.tobytes()), dtype=torch.uint8)
    return pixels.reshape(size, size, 3).permute(2, 0, 1).contiguous()


@functools.cache
def _cropped(path: Path) -> "Image.Image | None":
    """Return the square that is shown of the photograph, a picture of Pillow's, or None; it is decoded once."""
    try:
        from PIL import Image

        with Image.open(path) as photo:
            return photo.convert("RGB").crop(CROP)
    except (ImportError, OSError):
        return None


def _colored_shapes(size: int) -> "torch.Tensor":
    """Return `shapes` with a color for each of its grays: red roof, blue sky, green ground, yellow wall."""
    import numpy as np
    import torch

    grays = [0.1, 0.15, 0.3, 0.45, 0.6, 0.8, 1.0]
    paint = (
        [0.6, 0.2, 0.15, 0.2, 0.6, 0.9, 1.0],
        [0.1, 0.15, 0.3, 0.5, 0.4, 0.8, 1.0],
        [0.1, 0.3, 0.7, 0.2, 0.3, 0.5, 0.9],
    )
    X = shapes(size).double().numpy()
    return torch.tensor(np.stack([np.interp(X, grays, channel) for channel in paint]), dtype=torch.get_default_dtype())
