"""The window stepper: one output number at a time, with its products."""

from collections.abc import Sequence

import numpy as np
import traitlets

from course.drawing.numbers import spell

from ._arithmetic import correlate
from ._explorer import Explorer, bundle
from ._samples import KERNELS, images, offered
from ._settings import Array, Switch, Whole, require_fit
from ._still import figure, panel

_IMAGES = images()


class WindowStepper(Explorer):
    """Slide a kernel over an image and watch one output number being made.

    Try this:

    1. Guess the next number of the output, then press Next.
    2. Find where `[1, -1]` gives 1, 0 and −1 on the stripe. Which edge is which?
    3. Choose "diagonal line". Does `[1, -1]` see it?
    4. Choose the diagonal kernel, then flip it: when does flipping change the output?

    Args:
        image: a name (see the list in the explorer) or 2-D numbers, up to 8 x 8.
        kernel: a name or 2-D numbers, up to 5 x 5.
        stride: 1 to 4, for both axes.
        padding: 0 to 3 zeros on each side.
        flip: turn the kernel by half a turn first (the true convolution).
        step: which output number to show, counted row by row from 0.
        show_all: show all output numbers, not only those reached so far.
        kernels: names of the ready-made kernels to offer; all by default.

    Every argument but `kernels` is also an attribute that follows the explorer.  `output` is what the kernel
    makes of the whole image:

    >>> WindowStepper(image=[[1, 2, 4], [3, 5, 0]], kernel=[[1, -1]]).output
    [[-1.0, -2.0], [-2.0, 5.0]]
    """

    _esm = bundle("window_stepper.js")
    image = Array([[0.0]], (1, 1), (8, 8), named=_IMAGES)
    kernel = Array([[0.0]], (1, 1), (5, 5), named=KERNELS)
    stride = Whole(1, 1, 4)
    padding = Whole(0, 0, 3)
    flip = Switch(False)
    step = Whole(0, 0, 999)
    show_all = Switch(False)
    _images = traitlets.Dict(_IMAGES).tag(sync=True)
    _kernels = traitlets.Dict(KERNELS).tag(sync=True)

    def __init__(
        self,
        image: object = "stripe",
        kernel: object = "[1, -1]",
        *,
        stride: int | tuple[int, int] = 1,
        padding: int | tuple[int, int] = 0,
        flip: bool = False,
        step: int = 0,
        show_all: bool = False,
        kernels: Sequence[str] | None = None,
    ):
        super().__init__(
            image=image,
            kernel=kernel,
            stride=stride,
            padding=padding,
            flip=flip,
            step=step,
            show_all=show_all,
            _kernels=offered(kernels),
        )
        require_fit(np.shape(self.image), np.shape(self.kernel), (self.padding, self.padding))

    @property
    def output(self) -> list[list[float]]:
        """The output of the whole image, with the present settings."""
        kernel = [row[::-1] for row in self.kernel[::-1]] if self.flip else self.kernel
        return correlate(self.image, kernel, (self.stride,) * 2, (self.padding,) * 2).tolist()

    def still(self) -> str:
        output = self.output
        panels = [panel("input", self.image, signed=False), "*", panel("kernel", self.kernel)]
        sentence = (
            f"Window stepper: the kernel{', flipped,' if self.flip else ''} slides over the image "
            f"with stride {self.stride} and padding {self.padding}"
        )
        if not output or not output[0]:
            return figure(panels, f"{sentence}, and has no room.")
        rows, cols = len(output), len(output[0])
        at = divmod(min(self.step, rows * cols - 1), cols)
        value = spell(output[at[0]][at[1]])
        panels += ["=", panel("output", output, mark=at)]
        return figure(panels, f"{sentence}. The marked output, row {at[0]}, column {at[1]}, is {value}.")
