"""The seed notebook's own cells: a helper that works, the formula that was right by luck, "hmm tried"."""

# %% output_size
def output_size(input_size, kernel_size, stride=1, padding=0, dilation=1):
    # |(8-5+1+4)/4|
    return (input_size - kernel_size + padding + stride) // stride

# %% comp_conv2d
def comp_conv2d(conv2d, X):
    X = X.reshape((1,1)+ X.shape)
    Y = conv2d(X)
    # we dont need batch and channels
    return Y.reshape(Y.shape[2:])

# %% + comp_conv2d
conv2d= nn.Conv2d(1,1,kernel_size=3, padding=1)
X = torch.rand(size=(8,8))
comp_conv2d(conv2d, X).shape
# note that here since padding 1 means to either side

# %% predicted_shapes
conv2d = nn.Conv2d(1,1, kernel_size=(3,5), padding=(0,1), stride=(3,4))
predicted_shapes = {
    "In [33]": torch.Size([8, 8]),
    "In [34]": torch.Size([8, 8]),
    "In [35]": torch.Size([4, 4]),
    "In [36]": torch.Size([4, 4]),
    "In [37]": conv2d(X.reshape((1,1)+ X.shape)).shape,
    "even kernel": (None, None),
}

# %% smallest_width
smallest_width = 8

# %% settings_for_shapes
# hmm tried
settings_for_shapes = {
    "same size": {"padding": (1, 2), "stride": (1, 1)},
    "half the size": {"padding": (2, 2), "stride": (2, 2)},
    "fewer columns": {"padding": (None, None), "stride": (None, None)},
    "larger": {"padding": (None, None), "stride": (None, None)},
}

# %% answer-why_stride [markdown]
# it might be two time peridod long
#
# efficiency in calculation,downsampling
