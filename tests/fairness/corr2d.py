"""Twenty-seven right ways to cross-correlate, no two by the same algorithm, and three that leave torch's graph.

Each is written as a student would write it: it refuses what does not fit, and works for every input that is asked for.
"""

import numpy as np
import scipy.signal
import torch
import torch.nn.functional as F
from torch import nn


def sizes(X, K):
    """Refuse what does not fit; return rows and columns of the output and of the kernel."""
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    return H - h + 1, W - w + 1, h, w


def floats(X, K):
    """Return both as floats of one type: most of torch's own functions ask for it."""
    dtype = torch.result_type(X, K)
    dtype = dtype if dtype.is_floating_point else torch.float32
    return X.to(dtype), K.to(dtype)


def two_loops(X, K):
    rows, columns, h, w = sizes(X, K)
    Y = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


def four_loops(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    lines = []
    for i in range(rows):
        line = []
        for j in range(columns):
            total = 0
            for a in range(h):
                for b in range(w):
                    total = total + X[i + a, j + b] * K[a, b]
            line.append(total)
        lines.append(torch.stack(line))
    return torch.stack(lines)


def shift_and_add(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    return sum(X[a : a + rows, b : b + columns] * K[a, b] for a in range(h) for b in range(w))


def rolled(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    return sum(X.roll((-a, -b), (0, 1)) * K[a, b] for a in range(h) for b in range(w))[:rows, :columns]


def tensor_unfold_einsum(X, K):
    _, _, h, w = sizes(X, K)
    X, K = floats(X, K)
    return torch.einsum("ijab,ab->ij", X.unfold(0, h, 1).unfold(1, w, 1), K)


def im2col(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    return (K.reshape(1, -1) @ F.unfold(X[None, None], (h, w))[0]).reshape(rows, columns)


def strided_view(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    down, right = X.stride()
    windows = X.as_strided((rows, columns, h, w), (down, right, down, right), X.storage_offset())
    return torch.tensordot(windows, K, dims=2)


def index_arrays(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    i = torch.arange(rows).reshape(-1, 1, 1, 1) + torch.arange(h).reshape(1, 1, -1, 1)
    j = torch.arange(columns).reshape(1, -1, 1, 1) + torch.arange(w).reshape(1, 1, 1, -1)
    return (X[i, j] * K).sum((-2, -1))


def fourier(X, K):
    rows, columns, _, _ = sizes(X, K)
    n = tuple(X.shape)
    Y = torch.fft.irfft2(torch.fft.rfft2(X.double(), s=n) * torch.fft.rfft2(K.double(), s=n).conj(), s=n)
    return Y[:rows, :columns]


def fourier_in_float32(X, K):
    rows, columns, _, _ = sizes(X, K)
    X, K = floats(X, K)
    Y = torch.fft.ifft2(torch.fft.fft2(X) * torch.fft.fft2(K, s=tuple(X.shape)).conj()).real
    return Y[:rows, :columns]


def _toeplitz(K, shape, rows, columns):
    """Return the matrix T with vec(Y) = T vec(X)."""
    lines = []
    for i in range(rows):
        for j in range(columns):
            around = (j, shape[1] - j - K.shape[1], i, shape[0] - i - K.shape[0])
            lines.append(F.pad(K, around).flatten())
    return torch.stack(lines)


def toeplitz(X, K):
    rows, columns, _, _ = sizes(X, K)
    X, K = floats(X, K)
    return (_toeplitz(K, X.shape, rows, columns) @ X.flatten()).reshape(rows, columns)


def sparse_matrix(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    output = torch.arange(rows * columns).repeat_interleave(h * w)
    first = (torch.arange(rows)[:, None] * X.shape[1] + torch.arange(columns)).reshape(-1, 1)
    inside = (torch.arange(h)[:, None] * X.shape[1] + torch.arange(w)).reshape(1, -1)
    where = torch.stack([output, (first + inside).flatten()])
    T = torch.sparse_coo_tensor(where, K.flatten().repeat(rows * columns), (rows * columns, X.numel()))
    return torch.sparse.mm(T, X.reshape(-1, 1)).reshape(rows, columns)


def conv1d_by_rows(X, K):
    rows, _, h, _ = sizes(X, K)
    X, K = floats(X, K)
    return sum(F.conv1d(X[a : a + rows].unsqueeze(1), K[a].reshape(1, 1, -1)).squeeze(1) for a in range(h))


def conv2d_of_torch(X, K):
    sizes(X, K)
    X, K = floats(X, K)
    return F.conv2d(X[None, None], K[None, None])[0, 0]


def conv3d_of_depth_one(X, K):
    sizes(X, K)
    X, K = floats(X, K)
    return F.conv3d(X[None, None, None], K[None, None, None])[0, 0, 0]


def layer_called_with_the_kernel(X, K):
    _, _, h, w = sizes(X, K)
    X, K = floats(X, K)
    layer = nn.Conv2d(1, 1, (h, w), bias=False, dtype=X.dtype)
    return torch.func.functional_call(layer, {"weight": K[None, None]}, (X[None, None],))[0, 0]


def transposed_convolution(X, K):
    """A transposed convolution with the flipped kernel is a full correlation; its middle is what is asked for."""
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    full = F.conv_transpose2d(X[None, None], K.flip(0, 1)[None, None])[0, 0]
    return full[h - 1 : h - 1 + rows, w - 1 : w - 1 + columns]


def derivative_of_a_full_convolution(X, K):
    """Correlation is the adjoint of convolution: the gradient of <conv_transpose(Z, K), X> by Z."""
    rows, columns, _, _ = sizes(X, K)
    X, K = floats(X, K)
    Z = torch.zeros(rows, columns, dtype=X.dtype, requires_grad=True)
    inner = (F.conv_transpose2d(Z[None, None], K[None, None])[0, 0] * X).sum()
    return torch.autograd.grad(inner, Z, create_graph=True)[0]


def separable_terms(X, K):
    """The singular value decomposition makes the kernel a sum of columns times rows."""
    rows, columns, h, w = sizes(X, K)
    X, K = X.double(), K.double()
    right = torch.linalg.svd(K.detach())[2]
    left = K @ right.T  # K = (K V) V^T for a fixed V, so the gradient flows through K
    total = 0
    for r in range(w):
        across = sum(X[:, b : b + columns] * right[r, b] for b in range(w))
        total = total + sum(across[a : a + rows] * left[a, r] for a in range(h))
    return total


def vmapped(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(rows * columns, h, w)
    return torch.vmap(lambda window: (window * K).sum())(windows).reshape(rows, columns)


def recursive(X, K):
    """Split the kernel in two until it is one number."""
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    if h > 1:
        top = h // 2
        return recursive(X[: rows + top - 1], K[:top]) + recursive(X[top:], K[top:])
    if w > 1:
        left = w // 2
        return recursive(X[:, : columns + left - 1], K[:, :left]) + recursive(X[:, left:], K[:, left:])
    return X * K[0, 0]


def polynomial_product(X, K):
    """Rows laid end to end, so that one 1-D correlation does it: the kernel gets gaps as long as the rest of a row."""
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    line = F.pad(K, (0, X.shape[1] - w)).flatten()[: (h - 1) * X.shape[1] + w]
    Y = F.conv1d(X.reshape(1, 1, -1), line.reshape(1, 1, -1)).flatten()
    return F.pad(Y, (0, rows * X.shape[1] - Y.numel())).reshape(rows, X.shape[1])[:, :columns]


def row_matrices(X, K):
    """One banded matrix for each kernel row, multiplied from the right."""
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    bands = []
    for a in range(h):
        shifted = [F.pad(K[a], (j, columns - 1 - j)) for j in range(columns)]
        bands.append(torch.stack(shifted, dim=1))
    return sum(X[a : a + rows] @ bands[a] for a in range(h))


def list_comprehension(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    values = [torch.dot(X[i : i + h, j : j + w].flatten(), K.flatten()) for i in range(rows) for j in range(columns)]
    return torch.stack(values).reshape(rows, columns)


def summed_areas(X, K):
    """Pad each single product back into place by cumulative sums and differences: sums over windows of one pixel."""
    rows, columns, h, w = sizes(X, K)
    X, K = X.double(), K.double()
    total = torch.zeros(rows, columns, dtype=torch.float64)
    table = F.pad(X.cumsum(0).cumsum(1), (1, 0, 1, 0))
    for a in range(h):
        for b in range(w):
            box = table[a + 1 : a + 1 + rows, b + 1 : b + 1 + columns] - table[a : a + rows, b + 1 : b + 1 + columns]
            box = box - table[a + 1 : a + 1 + rows, b : b + columns] + table[a : a + rows, b : b + columns]
            total = total + box * K[a, b]
    return total


def batched_matmul(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(rows, columns, h * w)
    return torch.bmm(windows, K.reshape(1, -1, 1).expand(rows, -1, -1)).squeeze(2)


def traces(X, K):
    """The sum of products of two matrices is the trace of one times the other transposed."""
    rows, columns, h, w = sizes(X, K)
    X, K = floats(X, K)
    return torch.stack(
        [torch.stack([torch.trace(X[i : i + h, j : j + w] @ K.T) for j in range(columns)]) for i in range(rows)]
    )


# -- right numbers, but the gradient is lost -----------------------------------------------------------------------


def scipy_correlate(X, K):
    sizes(X, K)
    return torch.from_numpy(scipy.signal.correlate2d(X.detach().numpy(), K.detach().numpy(), mode="valid"))


def numpy_loops(X, K):
    rows, columns, h, w = sizes(X, K)
    X, K = X.detach().numpy(), K.detach().numpy()
    Y = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            Y[i, j] = np.sum(X[i : i + h, j : j + w] * K)
    return torch.tensor(Y)


def numpy_windows(X, K):
    _, _, h, w = sizes(X, K)
    windows = np.lib.stride_tricks.sliding_window_view(X.detach().numpy(), (h, w))
    return torch.tensor(np.tensordot(windows, K.detach().numpy(), axes=2))


WITHOUT_GRADIENT = (scipy_correlate, numpy_loops, numpy_windows)
RIGHT = (
    two_loops,
    four_loops,
    shift_and_add,
    rolled,
    tensor_unfold_einsum,
    im2col,
    strided_view,
    index_arrays,
    fourier,
    fourier_in_float32,
    toeplitz,
    sparse_matrix,
    conv1d_by_rows,
    conv2d_of_torch,
    conv3d_of_depth_one,
    layer_called_with_the_kernel,
    transposed_convolution,
    derivative_of_a_full_convolution,
    separable_terms,
    vmapped,
    recursive,
    polynomial_product,
    row_matrices,
    list_comprehension,
    summed_areas,
    batched_matmul,
    traces,
)
