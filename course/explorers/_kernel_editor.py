"""The kernel editor: what one kernel makes of four pictures."""

import numpy as np
import traitlets

from ._arithmetic import correlate
from ._explorer import Explorer, bundle
from ._samples import KERNELS, images, offered
from ._settings import Array
from ._still import figure, panel, show

_IMAGES = {name: images()[name] for name in ("square", "diagonal step", "disk", "ramp")}


class KernelEditor(Explorer):
    """Edit a kernel and watch four pictures answer at once.

    Try this:

    1. Start from `[1, -1]`: which sides of the square light up, and which stay white?
    2. Make a kernel that is silent on the ramp and on flat areas, but answers at every edge.
    3. Make the weights add up to 1. What happens to flat areas? And when they add up to 0?
    4. Multiply all weights by 2. What changes?

    Args:
        kernel: a name (see the list in the explorer) or 2-D numbers, up to 5 x 5.
        kernels: names of the ready-made kernels to offer; all by default.

    `kernel` is also an attribute that follows the explorer; `output` holds the four responses by name:

    >>> KernelEditor([[1, -1]]).output["diagonal step"][1]
    [-1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    """

    _esm = bundle("kernel_editor.js")
    kernel = Array([[0.0]], (1, 1), (5, 5), named=KERNELS)
    _images = traitlets.Dict(_IMAGES).tag(sync=True)
    _kernels = traitlets.Dict(KERNELS).tag(sync=True)

    def __init__(self, kernel="[1, -1]", *, kernels=None):
        super().__init__(kernel=kernel, _kernels=offered(kernels))

    @property
    def output(self) -> dict[str, list[list[float]]]:
        """The response of each picture to the present kernel, by the picture's name."""
        return {name: correlate(image, self.kernel).tolist() for name, image in self._images.items()}

    def still(self) -> str:
        total = show(np.sum(self.kernel))
        panels = [panel("kernel", self.kernel)]
        answers = {name: output for name, output in self.output.items() if np.size(output)}
        peak = max((np.abs(output).max() for output in answers.values()), default=1)
        panels += [panel(f"response: {name}", y, size=26, peak=peak) for name, y in answers.items()]
        sentence = f"Kernel editor: the kernel's weights add up to {total}, its value on a flat white area."
        return figure(panels, f"{sentence} Beside it, its response to four pictures.")
