"""The channel mixer: how one output channel adds up all input channels."""

import numpy as np
import traitlets

from ._arithmetic import correlate
from ._explorer import Explorer, bundle
from ._settings import Array, Whole, require_fit
from ._still import figure, panel

_COUNT = np.arange(4.0)
_IMAGE = (np.arange(9.0).reshape(3, 3) + _COUNT[:, None, None]).tolist()
_OFFSETS = (_COUNT[:, None] + _COUNT)[:, :, None, None]  # output channel + input channel
_WEIGHTS = {
    "2 × 2": (np.array([[0.0, 1.0], [2.0, 3.0]]) + _OFFSETS).tolist(),
    "1 × 1": np.array([[1.0, -1, 0, 2], [0, 1, 1, -1], [2, 0, -1, 1], [-1, 1, 2, 0]])[:, :, None, None].tolist(),
}


class ChannelMixer(Explorer):
    """Add up the maps of all input channels, one at a time, to make one output channel.

    Try this:

    1. Press Next: which kernel belongs to which input channel? Is the result a sum, a mean or a stack?
    2. Show another output channel. What changed: the image or the kernels?
    3. Predict how many numbers `weight` holds for 4 channels in and 3 out, then look.
    4. Choose the 1 x 1 kernels: one matrix, applied at every pixel. What can such a layer not see?

    Args:
        image: (channels, rows, columns), up to 4 x 5 x 5; the text's [[0..8], [1..9]], continued, by default.
        weight: (channels out, channels in, rows, columns), up to 4 x 4 x 3 x 3, or "2 × 2" or "1 × 1" (also "1x1").
        channels_in, channels_out: how many channels to use of those, 1 to 4.
        out_channel: the output channel to show.
        step: how many channels to have added, less one; with 1 x 1 kernels the pixel, counted row by row.

    All are also attributes that follow the explorer.  `output` holds every output channel:

    >>> ChannelMixer().output[0]
    [[56.0, 72.0], [104.0, 120.0]]
    """

    _esm = bundle("channel_mixer.js")
    image = Array([[[0.0]]], (1, 1, 1), (4, 5, 5), axes=3)
    weight = Array(
        [[[[0.0]]]],
        (1, 1, 1, 1),
        (4, 4, 3, 3),
        axes=4,
        named={**_WEIGHTS, "2x2": _WEIGHTS["2 × 2"], "1x1": _WEIGHTS["1 × 1"]},
    )
    channels_in = Whole(2, 1, 4)
    channels_out = Whole(3, 1, 4)
    out_channel = Whole(0, 0, 3)
    step = Whole(0, 0, 99)
    _weights = traitlets.Dict(_WEIGHTS).tag(sync=True)

    def __init__(
        self,
        image: object = None,
        weight: object = "2 × 2",
        *,
        channels_in: int | None = None,
        channels_out: int | None = None,
        out_channel: int = 0,
        step: int = 0,
    ):
        own_image, own_weight = image is not None, not isinstance(weight, str)
        super().__init__(image=_IMAGE if image is None else image, weight=weight, out_channel=out_channel, step=step)
        have_in, have_out = len(self.weight[0]), len(self.weight)
        if own_image and own_weight and len(self.image) != have_in:
            raise ValueError(
                f"image has {len(self.image)} channels, each kernel expects {have_in}; "
                "weight.shape[1] must equal image.shape[0]."
            )
        have_in = min(have_in, len(self.image))
        self.weight = [kernels[:have_in] for kernels in self.weight]
        self.image = self.image[:have_in]
        self._weights = {name: [kernels[:have_in] for kernels in ready[:have_out]] for name, ready in _WEIGHTS.items()}
        self.channels_in = self._count("channels_in", channels_in, have_in if own_image or own_weight else 2, have_in)
        self.channels_out = self._count("channels_out", channels_out, have_out if own_weight else 3, have_out)
        if self.out_channel >= self.channels_out:
            raise ValueError(f"out_channel must be below channels_out = {self.channels_out}; got {self.out_channel}.")
        require_fit(np.shape(self.image)[1:], np.shape(self.weight)[2:])

    def _count(self, name: str, given: int | None, default: int, most: int) -> int:
        if given is not None and isinstance(given, int) and given > most:
            raise ValueError(f"{name} must be at most {most}, the channels of image and weight; got {given}.")
        return default if given is None else given

    @property
    def output(self) -> list[list[list[float]]]:
        """(channels out, rows, columns): every output channel is the sum over the input channels."""
        used = [kernels[: self.channels_in] for kernels in self.weight[: self.channels_out]]
        image = self.image[: self.channels_in]
        maps = ([correlate(x, k) for x, k in zip(image, kernels, strict=True)] for kernels in used)
        return [np.sum(of_one, axis=0).tolist() for of_one in maps]

    def still(self) -> str:
        chosen = min(self.out_channel, self.channels_out - 1)
        panels: list[dict | str] = []
        for c in range(self.channels_in):
            panels += ["+"] if c else []
            panels += [panel(f"input {c}", self.image[c], signed=False, size=30), "*"]
            panels += [panel(f"kernel {chosen},{c}", self.weight[chosen][c], size=30)]
        panels += ["=", panel(f"output {chosen}", self.output[chosen])]
        rows, cols = np.shape(self.weight)[2:]
        shape = (self.channels_out, self.channels_in, rows, cols)
        sentence = f"Channel mixer: output channel {chosen} is the sum over {self.channels_in} input channels"
        return figure(panels, f"{sentence}. The weight has shape {shape}.")
