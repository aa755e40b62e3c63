"""Cross-correlation on numpy arrays: what an explorer answers in Python, as `arithmetic.js` does in the browser."""

import numpy as np


def output_size(n: int, k: int, s: int = 1, p: int = 0, d: int = 1) -> int:
    """Return how many places a kernel can take along one axis, 0 when it does not fit.

    >>> output_size(8, 3, s=2, p=1)  # floor((8 + 2 - 2 - 1) / 2) + 1
    4
    """
    return max(0, (n + 2 * p - d * (k - 1) - 1) // s + 1)


def correlate(image, kernel, stride=(1, 1), padding=(0, 0), dilation=(1, 1)) -> np.ndarray:
    """Return the 2-D cross-correlation; every pair is (rows, columns).

    >>> correlate([[0, 1, 2], [3, 4, 5], [6, 7, 8]], [[0, 1], [2, 3]])
    array([[19., 25.],
           [37., 43.]])
    """
    kernel = np.asarray(kernel, dtype=float)
    padded = np.pad(np.asarray(image, dtype=float), [(p, p) for p in padding])
    rows, cols = (
        output_size(n, k, s, 0, d) for n, k, s, d in zip(padded.shape, kernel.shape, stride, dilation, strict=True)
    )
    output = np.zeros((rows, cols))
    if output.size:
        for (d_row, d_col), weight in np.ndenumerate(kernel):
            top, left = d_row * dilation[0], d_col * dilation[1]
            seen = padded[top :: stride[0], left :: stride[1]][:rows, :cols]
            output += weight * seen
    return output
