"""Right in other ways: counted places, matrices of zeros and ones, FFT, unfold, one axis added instead of two."""

# %% output_size
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    size = len(range(0, input_size + 2 * padding - dilation * (kernel_size - 1), stride))
    if size == 0:
        raise ValueError(f"{kernel_size=} does not fit")
    return size

# %% pad2d
def pad2d(X, padding):
    rows, columns = padding
    down = torch.eye(X.shape[-2] + 2 * rows)[:, rows : rows + X.shape[-2]]
    right = torch.eye(X.shape[-1] + 2 * columns)[columns : columns + X.shape[-1]]
    return down @ X @ right

# %% corr2d_strided
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    product = torch.fft.rfft2(X) * torch.fft.rfft2(K, s=X.shape).conj()
    Y = torch.fft.irfft2(product, s=X.shape)
    print("all places:", Y.shape)
    return Y[: X.shape[0] - K.shape[0] + 1 : stride[0], : X.shape[1] - K.shape[1] + 1 : stride[1]]

# %% comp_conv2d
def comp_conv2d(conv2d, X):
    return conv2d(X[None])[0]

# %% predicted_shapes
predicted_shapes = {
    name: (output_size(8, k[0], s[0], p[0]), output_size(8, k[1], s[1], p[1]))
    for name, k, p, s in [
        ("In [33]", (3, 3), (1, 1), (1, 1)),
        ("In [34]", (5, 3), (2, 1), (1, 1)),
        ("In [35]", (3, 3), (1, 1), (2, 2)),
        ("In [36]", (5, 3), (2, 1), (2, 2)),
        ("In [37]", (3, 5), (0, 1), (3, 4)),
        ("even kernel", (4, 2), (2, 0), (1, 1)),
    ]
}

# %% smallest_width
smallest_width = torch.tensor(3)

# %% settings_for_shapes
settings_for_shapes = {
    "same size": {"padding": [1, 2], "stride": 1},
    "half the size": {"padding": torch.tensor([1, 1]), "stride": 2},
    "fewer columns": {"padding": (1, 0), "stride": (1, 4)},
    "larger": {"padding": (1, 3), "stride": (1, 1)},
}

# %% downsampled_audio
downsampled_audio = {"sample_rate": 16_000 / 2, "lands_at": 8e3 - 5e3, "cost_ratio": 224**2 / 56**2}

# %% answer-why_stride [markdown]
# See the text.
