"""Task `transpose_identity`: in words, why transposing image and kernel transposes the response."""

from grader.tasks.model import Task

TASK = Task(
    "transpose_identity",
    "text",
    2,
    "2.3",
    rubric=(
        "1 point: why the identity holds. Transposing image and kernel together only swaps the names of rows and "
        "columns: the same pixel meets the same weight, and the sum for (i, j) is stored at (j, i). In symbols: "
        "`corr2d(X.T, K)[j, i]` = sum over a, b of `X[i + b, j + a] K[a, b]` = `corr2d(X, K.T)[i, j]`.",
        "0.5 points: when transposing X changes nothing: if X equals `X.T`, as the line does and the step does not.",
        "0.5 points: when transposing K changes nothing: if K equals `K.T`, which `[1, -1]` with its shape (1, 2) never "
        "can; a symmetric X is not enough, then the response is transposed.",
    ),
)
