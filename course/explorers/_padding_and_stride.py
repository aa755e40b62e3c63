"""Where the windows lie at each padding or stride: which pixels they miss, and the size of the output."""

from collections.abc import Iterator

import numpy as np

from ._arithmetic import correlate, output_size, reads
from ._explorer import Explorer, bundle
from ._settings import Pair, Whole, require_fit
from ._still import figure, panel


def usage(
    size: int | tuple[int, int],
    kernel_size: int | tuple[int, int],
    *,
    padding: int | tuple[int, int] = 0,
    stride: int | tuple[int, int] = 1,
    dilation: int | tuple[int, int] = 1,
) -> list[list[int]]:
    """Return how many windows read each pixel of an image; every argument is one number or (rows, columns).

    >>> usage((2, 4), (1, 3))  # two places: pixels 0 to 2 and 1 to 3
    [[1, 2, 2, 1], [1, 2, 2, 1]]

    Raises:
        ValueError: the kernel does not fit, or a setting is outside the limits of `padding_and_stride`.
    """
    return PaddingAndStride(size, kernel_size, padding=padding, stride=stride, dilation=dilation).usage


class PaddingAndStride(Explorer):
    """Set input, kernel, padding, stride and dilation for rows and columns, and see every window.

    Try this:

    1. Predict the size of the output before you change a number, then read the formula.
    2. Make stride 3 leave pixels over. Which ones, and what does the floor in the formula do?
    3. Kernel 3 and padding 1: is every pixel used equally often? Find the padding that makes it so.
    4. Reach an output of half the size in two different ways.

    Args (each one number, or a pair (rows, columns)):
        size: pixels of the input, 1 to 12.
        kernel_size: 1 to 5.
        padding: zeros on each side, 0 to 4.
        stride: 1 to 4.
        dilation: 1 to 3; 1 leaves no gaps.
        step: which window to show, counted row by row from 0.

    All are also attributes that follow the explorer, as lists [rows, columns]:

    >>> explorer = PaddingAndStride(size=(7, 10), kernel_size=(2, 4), padding=(0, 1), stride=(1, 2))
    >>> explorer.output_size  # rows: places 0 to 5; columns: 0, 2, 4, 6 and 8
    [6, 5]
    """

    _esm = bundle("padding_and_stride.js")
    size = Pair(9, 1, 12)
    kernel_size = Pair(3, 1, 5)
    padding = Pair(0, 0, 4)
    stride = Pair(1, 1, 4)
    dilation = Pair(1, 1, 3)
    step = Whole(0, 0, 999)

    def __init__(
        self,
        size: int | tuple[int, int] = 9,
        kernel_size: int | tuple[int, int] = 3,
        *,
        padding: int | tuple[int, int] = 1,
        stride: int | tuple[int, int] = 2,
        dilation: int | tuple[int, int] = 1,
        step: int = 0,
    ):
        super().__init__(
            size=size, kernel_size=kernel_size, padding=padding, stride=stride, dilation=dilation, step=step
        )
        require_fit(self.size, self.kernel_size, self.padding, self.dilation)

    def _axes(self) -> Iterator[tuple[int, int, int, int, int]]:
        return zip(self.size, self.kernel_size, self.stride, self.padding, self.dilation, strict=True)

    @property
    def output_size(self) -> list[int]:
        """[rows, columns] of the output; 0 where the kernel does not fit."""
        return [output_size(*axis) for axis in self._axes()]

    @property
    def usage(self) -> list[list[int]]:
        """How many windows read each pixel of the input."""
        rows, cols = (reads(*axis) for axis in self._axes())
        return np.outer(rows, cols).tolist()

    @property
    def output(self) -> list[list[int]]:
        """What each window sees of an image of ones through a kernel of ones: its number of pixels."""
        output = correlate(np.ones(self.size), np.ones(self.kernel_size), self.stride, self.padding, self.dilation)
        return output.astype(int).tolist()

    def still(self) -> str:
        rows, cols = self.output_size
        formulas = "; ".join(
            f"{word}: floor(({n} + 2*{p} - {d}*({k} - 1) - 1) / {s}) + 1 = {output_size(n, k, s, p, d)}"
            for word, (n, k, s, p, d) in zip(("rows", "columns"), self._axes(), strict=True)
        )
        panels = [panel("how often each pixel is used", self.usage)]
        if not rows * cols:
            return figure(panels, f"Padding and stride: the kernel does not fit, there is no output. {formulas}.")
        panels.insert(0, panel("output: pixels that each window sees", self.output))
        return figure(panels, f"Padding and stride: the output has {rows} rows and {cols} columns. {formulas}.")
