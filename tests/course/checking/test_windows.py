"""Is a wrongly cut window told by the text of its line, and a right one left alone?"""

import pytest

from course.checking.windows import reads_elsewhere, slip_in, slip_of_place

SIZES = "h, w = K.shape"
ROWS = {
    "ends at the size": (SIZES, "Y[i, j] = (X[i:h, j:w] * K).sum()", "slice_ends_at_the_size"),
    "a number": (SIZES, "Y[i, j] = (X[i:i + 2, j:j + 2] * K).sum()", "size_written_as_a_number"),
    "one too short": (SIZES, "Y[i, j] = (X[i:i + h - 1, j:j + w - 1] * K).sum()", "slice_one_too_short"),
    "height twice": (SIZES, "Y[i, j] = (X[i:i + h, j:j + h] * K).sum()", "one_size_for_both_axes"),
    "unpacked the other way": ("w, h = K.shape", "Y[i, j] = (X[i:i + h, j:j + w] * K).sum()", "window_axes_swapped"),
    "shapes exchanged": ("", "Y[i, j] = (X[i:i + K.shape[1], j:j + K.shape[0]] * K).sum()", "window_axes_swapped"),
    "two brackets": (SIZES, "Y[i, j] = (X[i:i + h][j:j + w] * K).sum()", "two_brackets"),
    "a step inside": (SIZES, "Y[i, j] = (X[i:i + h:s, j:j + w:s] * K).sum()", "step_inside_the_window"),
    "of the result": ("Y = torch.zeros(3, 3)", "Y[i, j] = (Y[i:i + h, j:j + w] * K).sum()", "window_of_the_result"),
    "of the kernel": (SIZES, "Y[i, j] = (K[i:i + h, j:j + w] * X).sum()", "kernel_cut"),
    "cut on the line before": (
        f"{SIZES}\nwindow = X[i:h, j:w]",
        "Y[i, j] = (window * K).sum()",
        "slice_ends_at_the_size",
    ),
    "right": (SIZES, "Y[i, j] = (X[i:i + h, j:j + w] * K).sum()", None),
    "right, with strides": (SIZES, "Y[i, j] = (X[i * s:i * s + h, j * t:j * t + w] * K).sum()", None),
    "right, from the front": (SIZES, "Y = X[:h, :w]", None),
    "no window": (SIZES, "Y = X @ K", None),
}


@pytest.mark.parametrize("row", ROWS)
def test_the_slip_in_a_window(row):
    code, line, name = ROWS[row]
    said = slip_in(code, line)
    assert (said and said[0]) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Y[r:h, c:w] += X[i, j] * K", "slice_ends_at_the_size"),
        ("Y[i:i + h, j:j + w] += X[i, j] * K", None),
        ("Y[p:-p, q:-q] = X", None),
        ("Y += X[r:h, c:w]", None),
    ],
    ids=["ends at the size", "right", "from behind", "cut on the right side"],
)
def test_the_slip_in_a_place(line, name):
    said = slip_of_place(line)
    assert (said and said[0]) == name


WINDOW = "Y[i, j] = ({}[i:i + h, j:j + w] * K).sum()"


@pytest.mark.parametrize(
    "case, code, line, found",
    [
        ("neither argument nor made here", "def corr2d(X, K):\n", WINDOW.format("X_photo"), True),
        ("in a method", "    def forward(self, X):\n", WINDOW.format("X_photo"), True),
        ("an argument", "def corr2d(X, K):\n", WINDOW.format("X"), False),
        ("made before", "def corr2d(X, K):\n    P = pad(X)\n", WINDOW.format("P"), False),
        ("one of two that are made", "def corr2d(X, K):\n    P, Q = pad(X), pad(K)\n", WINDOW.format("P"), False),
        ("made in the line", "def corr2d(X, K):\n", "y = [(x[i:i + h, j:j + w] * K).sum() for x in X]", False),
        ("an outer function's", "    def at(i, j):\n", "return (X[i:i + h, j:j + w] * K).sum()", False),
        ("an attribute", "    def slide(self, K):\n", "return (self.image[i:i + h, j:j + w] * K).sum()", False),
    ],
)
def test_a_window_of_another_image_is_one_that_the_function_cannot_have(case, code, line, found):
    assert (reads_elsewhere(code, line) is not None) is found, case
