"""The matrix view: the matrix row or column that belongs to each position of the window."""

import numpy as np
import traitlets

from ._arithmetic import correlate
from ._explorer import Explorer, bundle
from ._settings import Array, Choice, Whole, require_fit
from ._still import figure, panel

_IMAGES = {
    "small 3 × 3": [[4.0, 1.0, 3.0], [2.0, 6.0, 0.0], [5.0, 2.0, 8.0]],  # of the lessons
    "counting 3 × 3": np.arange(9.0).reshape(3, 3).tolist(),
    "counting 3 × 4": np.arange(12.0).reshape(3, 4).tolist(),
    "counting 4 × 4": np.arange(16.0).reshape(4, 4).tolist(),
}


def worked_matrix(image: str = "counting 3 × 3", form: str = "toeplitz") -> list[list[float]]:
    """Return the text's worked example: the matrix of the kernel [[0, 1], [2, 3]] on one of the counting images.

    >>> worked_matrix("counting 3 × 4")[1]
    [0.0, 0.0, 1.0, 0.0, 0.0, 2.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0]

    Raises:
        ValueError: no such image or form; the message lists them.
    """
    return MatrixView(_named(image), form=form).matrix


def _named(image: str) -> list[list[float]]:
    if not isinstance(image, str) or image not in _IMAGES:
        raise ValueError(f"image must be one of {', '.join(map(repr, _IMAGES))}; got {image!r}.")
    return _IMAGES[image]


class MatrixView(Explorer):
    """Write a cross-correlation as one matrix product, and see which row belongs to which window.

    Try this:

    1. Press Next: how do the weights move in the next row of T? What happens at the end of an image row?
    2. Choose the 3 x 4 image. Predict the size of T before you look.
    3. Change one weight: where does it appear in T, and how often?
    4. Switch to im2col. Which of the two matrices holds pixels, which holds weights?

    Args:
        image: 2-D numbers, up to 5 x 5; the text's [[0, 1, 2], [3, 4, 5], [6, 7, 8]] by default.
        kernel: 2-D numbers, up to 3 x 3.
        form: "toeplitz", vec(Y) = T vec(X), or "unfold" (im2col), vec(Y) = vec(K) U.
        step: which window to show, counted row by row from 0.

    All are also attributes that follow the explorer.  `matrix` is T or U, `output` is Y:

    >>> MatrixView([[1, 2, 4]], [[1, -2]]).matrix
    [[1.0, -2.0, 0.0], [0.0, 1.0, -2.0]]
    """

    _esm = bundle("matrix_view.js")
    image = Array([[0.0]], (1, 1), (5, 5), named=_IMAGES)
    kernel = Array([[0.0]], (1, 1), (3, 3))
    form = Choice("toeplitz", "unfold")
    step = Whole(0, 0, 99)
    _images = traitlets.Dict(_IMAGES).tag(sync=True)

    def __init__(
        self,
        image: object = "counting 3 × 3",
        kernel: object = ((0, 1), (2, 3)),
        *,
        form: str = "toeplitz",
        step: int = 0,
    ):
        super().__init__(image=image, kernel=kernel, form=form, step=step)
        require_fit(np.shape(self.image), np.shape(self.kernel))

    @property
    def matrix(self) -> list[list[float]]:
        """T (outputs x pixels) or U (weights x outputs), as `form` says."""
        image, kernel = np.array(self.image), np.array(self.kernel)
        if self.form == "unfold":
            windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
            return windows.reshape(-1, kernel.size).T.tolist()
        # Column j of T is what the kernel makes of an image that is 1 at pixel j only.
        units = np.eye(image.size).reshape(-1, *image.shape)
        return np.stack([correlate(unit, kernel).ravel() for unit in units], axis=1).tolist()

    @property
    def output(self) -> list[list[float]]:
        """The output of the whole image."""
        return correlate(self.image, self.kernel).tolist()

    def still(self) -> str:
        pixels, result = np.ravel(self.image), np.ravel(self.output)
        if self.form == "toeplitz":
            panels = [
                panel("T", self.matrix, size=24),
                "·",
                panel("vec(X)", pixels[:, None], signed=False, size=24),
                "=",
                panel("vec(Y)", result[:, None], size=24),
            ]
            sentence = "Matrix view: each row of T is the kernel laid over the image at one window; vec(Y) = T vec(X)."
        else:
            panels = [
                panel("vec(K)", [np.ravel(self.kernel)]),
                "·",
                panel("U", self.matrix, signed=False),
                "=",
                panel("vec(Y)", [result]),
            ]
            sentence = "Matrix view: each column of U holds the pixels under one window; vec(Y) = vec(K) U."
        return figure(panels, sentence)
