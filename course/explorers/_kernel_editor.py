"""The kernel editor: what one kernel makes of a photograph, a house, four small pictures, or your own."""

import functools
from collections.abc import Sequence

import numpy as np
import traitlets

from course.drawing.numbers import spell

from ._arithmetic import correlate
from ._explorer import Explorer, bundle
from ._pictures import PHOTOS, SMALL, packed, photo, unpacked
from ._samples import KERNELS, offered
from ._settings import Array, Choice
from ._still import figure, panel, photo_panel

FOUR = "four small pictures"


class KernelEditor(Explorer):
    """Edit a kernel and watch a picture answer at once, at the same pixel size.

    Try this:

    1. Start from `[1, -1]`: which edges of the portrait light up, and which stay white?
    2. Make a kernel that is silent on flat areas, but answers at every edge.
    3. Make the weights add up to 1. What happens to flat areas? And when they add up to 0?
    4. Choose a picture of your own: the browser reads it and sends it nowhere.

    Args:
        kernel: a name (see the buttons of the explorer) or 2-D numbers, up to 5 x 5.
        image: "portrait", "house" or "four small pictures", which are small enough to print every number.
        kernels: names of the ready-made kernels to offer; all by default.

    `kernel` and `image` are also attributes that follow the explorer; `output` holds the responses by name:

    >>> KernelEditor([[1, -1]], image="four small pictures").output["diagonal step"][1]
    [-1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    """

    _esm = bundle("kernel_editor.js")
    kernel = Array([[0.0]], (1, 1), (5, 5), named=KERNELS)
    image = Choice(*PHOTOS, FOUR)
    _photos = traitlets.Dict().tag(sync=True)
    _small = traitlets.Dict(SMALL).tag(sync=True)
    _kernels = traitlets.Dict(KERNELS).tag(sync=True)

    def __init__(self, kernel: object = "[1, -1]", image: object = "portrait", *, kernels: Sequence[str] | None = None):
        super().__init__(kernel=kernel, image=image, _kernels=offered(kernels), _photos=_all_packed())

    @property
    def output(self) -> dict[str, list[list[float]]]:
        """The response of each picture shown to the present kernel, by the picture's name; not of one's own picture."""
        shown = self._small if self.image == FOUR else {self.image: unpacked(self._photos[self.image])}
        return {name: correlate(image, self.kernel).tolist() for name, image in shown.items()}

    def still(self) -> str:
        total = spell(np.sum(self.kernel))
        sentence = f"Kernel editor: the kernel's weights add up to {total}, its value on a flat white area."
        panels = [panel("kernel", self.kernel)]
        answers = {name: np.array(output) for name, output in self.output.items() if np.size(output)}
        peak = max((np.abs(output).max() for output in answers.values()), default=1)
        if self.image == FOUR:
            panels += [panel(f"response: {name}", y, size=26, peak=peak) for name, y in answers.items()]
            return figure(panels, f"{sentence} Beside it, its response to four pictures.")
        image = unpacked(self._photos[self.image])
        side = 240  # CSS pixels, for image and response alike
        pictures = [
            photo_panel(self.image, f"The {self.image} itself, in gray.", image, side / len(image), signed=False)
        ]
        if not answers:
            return figure(panels, f"{sentence} It is larger than the {self.image}: no response.", pictures)
        output = answers[self.image]
        signed = abs(np.sum(self.kernel) - 1) > 0.005
        pictures += [
            photo_panel(
                "response",
                f"The kernel's response to the {self.image}.",
                output,
                side / len(image),
                signed=signed,
                peak=peak,
            )
        ]
        reach = f"from {spell(output.min())} to {spell(output.max())}"
        return figure(panels, f"{sentence} Beside it the {self.image} and its response, {reach}.", pictures)


@functools.cache
def _all_packed() -> dict[str, dict]:
    return {name: packed(photo(name)) for name in PHOTOS}
