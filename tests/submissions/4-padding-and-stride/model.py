"""Everything right, with the loops of the lesson."""

# %% output_size
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    span = dilation * (kernel_size - 1) + 1
    room = input_size + 2 * padding
    if span > room:
        raise ValueError("the window does not fit")
    return (room - span) // stride + 1

# %% pad2d
def pad2d(X, padding):
    rows, columns = padding
    height, width = X.shape[-2:]
    padded = torch.zeros(*X.shape[:-2], height + 2 * rows, width + 2 * columns)
    padded[..., rows : rows + height, columns : columns + width] = X
    return padded

# %% corr2d_strided
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    rows, columns = output_size(X.shape[0], h, stride[0]), output_size(X.shape[1], w, stride[1])
    Y = torch.zeros(rows, columns)
    for i in range(rows):
        for j in range(columns):
            top, left = i * stride[0], j * stride[1]
            Y[i, j] = (X[top : top + h, left : left + w] * K).sum()
    return Y

# %% comp_conv2d
def comp_conv2d(conv2d, X):
    Y = conv2d(X.reshape((1, 1) + X.shape))
    return Y.reshape(Y.shape[2:])

# %% predicted_shapes
predicted_shapes = {
    "square": (8, 8),
    "tall": (8, 8),
    "square, stride 2": (4, 4),
    "tall, stride 2": (4, 4),
    "uneven": (2, 2),
    "even kernel": (9, 7),
}

# %% smallest_width
smallest_width = 3

# %% settings_for_shapes
settings_for_shapes = {
    "same size": {"padding": (1, 2), "stride": (1, 1)},
    "half the size": {"padding": (1, 1), "stride": (2, 2)},
    "fewer columns": {"padding": (1, 1), "stride": (1, 4)},
    "larger": {"padding": (1, 3), "stride": (1, 1)},
}

# %% downsampled_audio
downsampled_audio = {"sample_rate": 8_000, "lands_at": 3_000, "cost_ratio": 16}

# %% answer-why_stride [markdown]
# It skips places, so there are fewer outputs to compute and to store, 1/4 for stride 2. The weights are as many as before.
# Detail is lost and fine stripes come back as coarse ones, so smooth first. For sound it halves the sample rate.
