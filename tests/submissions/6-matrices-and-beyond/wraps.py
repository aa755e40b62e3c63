"""Circulant rows, in everything that is built on them; and a layer whose groups are dealt out like cards."""

# %% correlation_matrix
def correlation_matrix(K, image_shape):
    (h, w), (H, W) = K.shape, image_shape
    if h > H or w > W:
        raise ValueError("K does not fit")
    laid = torch.zeros(H, W)
    laid[:h, :w] = K
    first = laid.flatten()
    return torch.stack([first.roll(n) for n in range((H - h + 1) * (W - w + 1))])

# %% corr2d_matmul
def corr2d_matmul(X, K):
    T = correlation_matrix(K, X.shape)
    return (T.to(X.dtype) @ X.flatten()).reshape(X.shape[0] - K.shape[0] + 1, -1)

# %% compose_kernels
def compose_kernels(K1, K2):
    h, w = K2.shape
    return corr2d(nn.functional.pad(K1, (w - 1, w - 1, h - 1, h - 1)), K2)

# %% corr2d_dilated
def corr2d_dilated(X, K, dilation=1):
    if dilation * (K.shape[0] - 1) >= X.shape[0] or dilation * (K.shape[1] - 1) >= X.shape[1]:
        raise ValueError("K does not fit")
    return nn.functional.conv2d(X[None, None], K[None, None], stride=dilation)[0, 0]

# %% corr2d_grouped
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("channels do not fit")
    dealt = torch.cat([X[g::groups] for g in range(groups)])
    return nn.functional.conv2d(dealt[None], K, groups=groups)[0]

# %% corr2d_transposed
def corr2d_transposed(X, K, stride=1):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i * stride : i * stride + h, j * stride : j * stride + w] = X[i, j] * K
    return Y

# %% derivative_kernel
def derivative_kernel(degree):
    K = torch.zeros(1, 2 * degree + 1)
    K[0, degree] = 1
    for _ in range(degree):
        K = (torch.roll(K, 1) - torch.roll(K, -1)) / 2
    return K

# %% minimum_size
def minimum_size(degree):
    return degree + 1 + degree % 2
