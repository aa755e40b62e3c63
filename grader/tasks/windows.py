"""The cross-correlation for judges, in NumPy's float64: they run outside the student's kernel, and without torch."""

import numpy as np


def correlate(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Return the cross-correlation of an image (H, W) with a kernel (h, w).

    >>> correlate(np.array([[1.0, 1.0, 0.0]]), np.array([[1.0, -1.0]]))
    array([[0., 1.]])

    Raises:
        ValueError: the kernel does not fit in the image.
    """
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        (h, w), (H, W) = kernel.shape, image.shape
        raise ValueError(f"a kernel of {h}x{w} does not fit in an image of {H}x{W}")
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    return (windows * kernel).sum((-2, -1))


def correlate_channels(image: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """Return the map of every input channel on its own: image (c_in, H, W), kernels (c_in, h, w).

    >>> correlate_channels(np.ones((2, 1, 2)), np.array([[[1.0, -1.0]], [[1.0, 1.0]]]))
    array([[[0.]],
    <BLANKLINE>
           [[2.]]])

    Raises:
        ValueError: as many channels as kernels are wanted, or a kernel does not fit.
    """
    if image.shape[0] != kernels.shape[0]:
        raise ValueError(f"X has {image.shape[0]} channels and K has {kernels.shape[0]}")
    return np.stack([correlate(one, kernel) for one, kernel in zip(image, kernels, strict=True)])
