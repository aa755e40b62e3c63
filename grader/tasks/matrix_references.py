"""The references of assignment 6: slow, in float64, one window at a time."""

import torch

from grader.tasks.corr2d_mistakes import corr2d


def correlation_matrix(K, image_shape):
    """One row for each output: the kernel laid on an empty image, and that image flattened.

    >>> correlation_matrix(torch.tensor([[0.0, 1.0], [2.0, 3.0]]), (3, 3))[0]
    tensor([0., 1., 0., 2., 3., 0., 0., 0., 0.])
    """
    (h, w), (H, W) = K.shape, image_shape
    if h > H or w > W:
        raise ValueError(f"a kernel of {h}x{w} does not fit in an image of {H}x{W}")
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            laid = torch.zeros(H, W, dtype=K.dtype)  # copies, so nothing is rounded
            laid[i : i + h, j : j + w] = K
            rows.append(laid.flatten())
    return torch.stack(rows)


def corr2d_matmul(X, K):
    """The same numbers as `corr2d`, one window at a time.

    >>> corr2d_matmul(torch.arange(9.0).reshape(3, 3), torch.tensor([[0.0, 1.0], [2.0, 3.0]]))
    tensor([[19., 25.],
            [37., 43.]], dtype=torch.float64)
    """
    (h, w), (H, W) = K.shape, X.shape
    if h > H or w > W:
        raise ValueError(f"a kernel of {h}x{w} does not fit in an image of {H}x{W}")
    X, K = X.double(), K.double()
    return torch.stack(
        [torch.stack([(X[i : i + h, j : j + w] * K).sum() for j in range(W - w + 1)]) for i in range(H - h + 1)]
    )


def compose_kernels(K1, K2):
    """Weight a of K1 and weight b of K2 meet at pixel a + b.

    >>> compose_kernels(torch.tensor([[1.0, -1.0]]), torch.tensor([[1.0, -1.0]]))
    tensor([[ 1., -2.,  1.]], dtype=torch.float64)
    """
    K = torch.zeros(K1.shape[0] + K2.shape[0] - 1, K1.shape[1] + K2.shape[1] - 1, dtype=torch.float64)
    for i in range(K1.shape[0]):
        for j in range(K1.shape[1]):
            K[i : i + K2.shape[0], j : j + K2.shape[1]] += K1[i, j].double() * K2.double()
    return K


def require_dilated_fit(X, K, dilation):
    """Raise a ValueError unless the dilated window, d (k - 1) + 1 pixels long, fits in X along both axes."""
    spans = [dilation * (k - 1) + 1 for k in K.shape]
    if spans[0] > X.shape[0] or spans[1] > X.shape[1]:
        raise ValueError(f"a window that spans {spans[0]}x{spans[1]} does not fit in {tuple(X.shape)}")
    return spans


def corr2d_dilated(X, K, dilation=1):
    """Every window takes each `dilation`-th pixel.

    >>> corr2d_dilated(torch.arange(5.0).reshape(1, 5) ** 2, torch.tensor([[1.0, -1.0]]), 2)
    tensor([[ -4.,  -8., -12.]], dtype=torch.float64)
    """
    spans = require_dilated_fit(X, K, dilation)
    Y = torch.zeros(X.shape[0] - spans[0] + 1, X.shape[1] - spans[1] + 1, dtype=torch.float64)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i : i + spans[0] : dilation, j : j + spans[1] : dilation]
            Y[i, j] = (window.double() * K.double()).sum()
    return Y


def require_groups(X, K, groups):
    """Raise a ValueError unless channels in and out can be divided and K has c_in / groups channels."""
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] * groups != X.shape[0]:
        raise ValueError(f"X {tuple(X.shape)} and K {tuple(K.shape)} do not fit in {groups} groups")


def corr2d_grouped(X, K, groups=1):
    """Output o belongs to group o // (c_out / groups) and reads that group's block of channels."""
    require_groups(X, K, groups)
    size, outputs = X.shape[0] // groups, K.shape[0] // groups
    maps = []
    for o in range(K.shape[0]):
        first = o // outputs * size
        maps.append(sum(corr2d(X[first + c], K[o, c]) for c in range(size)))
    return torch.stack(maps)


def corr2d_transposed(X, K, stride=1):
    """Every pixel puts down a copy of K, multiplied by it; where copies overlap they add up.

    >>> corr2d_transposed(torch.tensor([[1.0, 10.0]]), torch.tensor([[1.0, 2.0]]))
    tensor([[ 1., 12., 20.]], dtype=torch.float64)
    """
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w, dtype=torch.float64)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i * stride : i * stride + h, j * stride : j * stride + w] += X[i, j].double() * K.double()
    return Y
