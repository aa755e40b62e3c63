"""Cross-correlation on numpy arrays: what an explorer answers in Python, as `arithmetic.js` does in the browser."""

import numpy as np
from numpy.typing import ArrayLike

Pair = tuple[int, int] | list[int]  # (rows, columns)


def output_size(n: int, k: int, s: int = 1, p: int = 0, d: int = 1) -> int:
    """Return how many places a kernel can take along one axis, 0 when it does not fit.

    >>> output_size(9, 4, s=3, p=1)  # floor((9 + 2 - 3 - 1) / 3) + 1
    3
    """
    return max(0, (n + 2 * p - d * (k - 1) - 1) // s + 1)


def correlate(
    image: ArrayLike, kernel: ArrayLike, stride: Pair = (1, 1), padding: Pair = (0, 0), dilation: Pair = (1, 1)
) -> np.ndarray:
    """Return the 2-D cross-correlation; every pair is (rows, columns).

    >>> correlate([[1, 2, 4], [3, 5, 0]], [[1, -1]])
    array([[-1., -2.],
           [-2.,  5.]])
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


def reads(n: int, k: int, s: int = 1, p: int = 0, d: int = 1) -> list[int]:
    """Return how many places of a kernel read each of the n pixels of one axis; the padding does not count.

    >>> reads(5, 3)
    [1, 2, 3, 2, 1]
    """
    padded = np.zeros(n + 2 * p, dtype=int)
    for place in range(output_size(n, k, s, p, d)):
        padded[place * s : place * s + d * (k - 1) + 1 : d] += 1
    return padded[p : p + n].tolist()
