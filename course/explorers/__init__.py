"""Six explorers: pictures that answer when you change a number.

>>> from course import explorers
>>> stepper = explorers.window_stepper()
>>> stepper.output[0]
[0.0, 1.0, 0.0, 0.0, 0.0, -1.0, 0.0]

Each draws itself when it is the last line of a cell, works with the mouse and with the keyboard, and keeps
its state where the next cell can read and set it (`stepper.kernel`, `stepper.output`): plain nested
lists, which `torch.tensor` turns into tensors; setting accepts tensors too.
"""

from ._channel_mixer import ChannelMixer as channel_mixer
from ._kernel_editor import KernelEditor as kernel_editor
from ._matrix_view import MatrixView as matrix_view
from ._padding_and_stride import PaddingAndStride as padding_and_stride
from ._training import Training as training
from ._window_stepper import WindowStepper as window_stepper

__all__ = [
    "channel_mixer",
    "kernel_editor",
    "matrix_view",
    "padding_and_stride",
    "training",
    "window_stepper",
]
