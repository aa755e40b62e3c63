"""Rows and columns swapped wherever there are two numbers, which square examples hide; the sizes build on it."""

# %% output_size
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    covered = kernel_size + (kernel_size - 1) * (dilation - 1)
    if covered > input_size + 2 * padding:
        raise ValueError("too small")
    return int((input_size + 2 * padding - covered) / stride) + 1

# %% pad2d
def pad2d(X, padding):
    return nn.functional.pad(X, (padding[0], padding[0], padding[1], padding[1]))

# %% corr2d_strided
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    sw, sh = stride
    return X.unfold(0, K.shape[0], sh).unfold(1, K.shape[1], sw).mul(K).sum((-2, -1))

# %% comp_conv2d
def comp_conv2d(conv2d, X):
    return conv2d(X[None, None]).squeeze()

# %% predicted_shapes
predicted_shapes = {
    "In [33]": [8, 8],
    "In [34]": [8, 8],
    "In [35]": [4, 4],
    "In [36]": [4, 4],
    "In [37]": [2, 2],
    "even kernel": [7, 9],
}

# %% smallest_width
smallest_width = 7

# %% settings_for_shapes
settings_for_shapes = {
    "same size": {"padding": (2, 1), "stride": 1},
    "half the size": {"padding": 1, "stride": 2},
    "fewer columns": {"padding": (0, 1), "stride": (4, 1)},
    "larger": {"padding": (3, 1), "stride": 1},
}

# %% downsampled_audio
downsampled_audio = {"sample_rate": 8_000.0, "lands_at": 5_000.0, "cost_ratio": 4.0}

# %% answer-why_stride [markdown]
# Fewer parameters, so it is faster.
