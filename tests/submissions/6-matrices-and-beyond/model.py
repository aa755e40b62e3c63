"""Everything right, each by another way than the lesson's: torch's own functions, with the sizes checked."""

# %% correlation_matrix
def correlation_matrix(K, image_shape):
    H, W = image_shape
    if K.shape[0] > H or K.shape[1] > W:
        raise ValueError("K does not fit")
    units = torch.eye(H * W).reshape(H * W, 1, H, W)
    return nn.functional.conv2d(units, K[None, None]).reshape(H * W, -1).T

# %% corr2d_matmul
def corr2d_matmul(X, K):
    T = correlation_matrix(K, X.shape)
    return (T @ X.flatten()).reshape(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)

# %% compose_kernels
def compose_kernels(K1, K2):
    return nn.functional.conv_transpose2d(K1[None, None], K2[None, None])[0, 0]

# %% corr2d_dilated
def corr2d_dilated(X, K, dilation=1):
    spread = torch.zeros((K.shape[0] - 1) * dilation + 1, (K.shape[1] - 1) * dilation + 1)
    spread[::dilation, ::dilation] = K
    return corr2d_matmul(X, spread)

# %% corr2d_grouped
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("channels do not fit")
    parts = zip(X.chunk(groups), K.chunk(groups))
    return torch.cat([nn.functional.conv2d(x[None], k)[0] for x, k in parts])

# %% corr2d_transposed
def corr2d_transposed(X, K, stride=1):
    shape = (X.shape[0] - 1) * stride + K.shape[0], (X.shape[1] - 1) * stride + K.shape[1]
    T = correlation_matrix(K, shape)
    places = torch.arange(T.shape[0]).reshape(shape[0] - K.shape[0] + 1, -1)[::stride, ::stride].flatten()
    return (T[places].T @ X.flatten()).reshape(shape)

# %% derivative_kernel
def derivative_kernel(degree):
    K = torch.ones(1, 1)
    for _ in range(degree):
        K = nn.functional.pad(K, (1, 0)) - nn.functional.pad(K, (0, 1))
    return K

# %% minimum_size
def minimum_size(degree):
    return degree + 1

# %% answer-why_not_smaller [markdown]
# 0 on 1, x, ..., x^(d-1) are d independent equations for d entries, so only the zero kernel solves them.
