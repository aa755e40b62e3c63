"""Seven explorers: pictures that answer when you change a number.  They know no task, no answer and no grade.

>>> from course import explorers
>>> stepper = explorers.window_stepper()
>>> stepper.kernel = [[1, 1]]
>>> stepper.output[0]
[2.0, 1.0, 0.0, 0.0, 0.0, 1.0, 2.0]

Each draws itself when it is the last line of a cell, works with the mouse and with the keyboard, and keeps
its state where the next cell can read and set it (`stepper.kernel`, `stepper.output`): plain nested
lists, which `torch.tensor` turns into tensors; setting accepts tensors too. For numbers without a picture call
`descend` (a training), `usage` (how many windows read each pixel) or `worked_matrix`.
"""

from ._channel_mixer import ChannelMixer as channel_mixer
from ._kernel_editor import KernelEditor as kernel_editor
from ._matrix_view import MatrixView as matrix_view
from ._matrix_view import worked_matrix
from ._network import Network as network
from ._padding_and_stride import PaddingAndStride as padding_and_stride
from ._padding_and_stride import usage
from ._training import Training as training
from ._training import descend
from ._window_stepper import WindowStepper as window_stepper

__all__ = [
    "channel_mixer",
    "descend",
    "kernel_editor",
    "matrix_view",
    "network",
    "padding_and_stride",
    "training",
    "usage",
    "window_stepper",
    "worked_matrix",
]
