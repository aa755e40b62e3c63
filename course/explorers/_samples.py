"""What explorers show at first, as nested lists: images and kernels, small enough to print a number in every pixel."""

from collections.abc import Callable, Iterable


def _draw(rows: int, cols: int, brightness: Callable[[int, int], float]) -> list[list[float]]:
    return [[float(brightness(row, col)) for col in range(cols)] for row in range(rows)]


def images(size: int = 8) -> dict[str, list[list[float]]]:
    """Return pictures with 0 = black and 1 = white; the stripe is 6 x 8 at size 8, as in the text.

    >>> images()["stripe"][0]
    [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0]
    """
    unit = size / 8
    middle = (size - 1) / 2
    return {
        "stripe": _draw(size * 3 // 4, size, lambda row, col: not 2 * unit <= col < 6 * unit),
        "two stripes": _draw(size, size, lambda row, col: col // unit not in (1, 4, 5)),
        "diagonal line": _draw(size, size, lambda row, col: row == col),
        "diagonal step": _draw(size, size, lambda row, col: row <= col),
        "square": _draw(size, size, lambda row, col: max(abs(row - middle), abs(col - middle)) < 2 * unit),
        "disk": _draw(size, size, lambda row, col: (row - middle) ** 2 + (col - middle) ** 2 < (3 * unit) ** 2),
        "ramp": _draw(size * 3 // 4, size * 3 // 4, lambda row, col: round(col / (size * 3 // 4 - 1), 2)),
    }


KERNELS = {
    "[1, -1]": [[1.0, -1.0]],
    "[1, -1] transposed": [[1.0], [-1.0]],
    "diagonal": [[0.0, 1.0], [-1.0, 0.0]],
    "identity": [[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]],
    "box blur": [[1 / 9] * 3] * 3,
    "sharpen": [[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]],
    "emboss": [[-2.0, -1.0, 0.0], [-1.0, 1.0, 1.0], [0.0, 1.0, 2.0]],
    "Sobel": [[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]],
    "Laplacian": [[0.0, 1.0, 0.0], [1.0, -4.0, 1.0], [0.0, 1.0, 0.0]],
}


def offered(names: Iterable[str] | None) -> dict[str, list[list[float]]]:
    """Return the ready-made kernels to choose from: all of them, or only those named: a task may ask for the rest."""
    if names is None:
        return KERNELS
    unknown = [name for name in names if name not in KERNELS]
    if unknown:
        raise ValueError(f"kernels must be names out of {', '.join(map(repr, KERNELS))}; got {unknown[0]!r}.")
    return {name: KERNELS[name] for name in names}
