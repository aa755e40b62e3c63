"""The book's functions: right on everything that fits, silent on a mismatch, and a check that rejects right results."""

# %% corr2d_multi_in
def corr2d_multi_in(X, K):
    # First, iterate through the 0th dimension (channel dimension) of `X` and
    # `K`. Then, add them together
    return sum(corr2d(x, k) for x, k in zip(X, K))

# %% channel_exposing_case
def channel_exposing_case():
    X = torch.tensor([[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]],
                      [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]])
    K = torch.tensor([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]])
    return X, K

# %% corr2d_multi_in_out
def corr2d_multi_in_out(X, K):
    # Iterate through the 0th dimension of `K`, and each time, perform
    # cross-correlation operations with input `X`. All of the results are
    # stacked together
    return torch.stack([corr2d_multi_in(X, k) for k in K], 0)

# %% conv_layer
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b

# %% parameter_counts
parameter_counts = {"color": [216, 8], "stride": [13, 8], "one_by_one": [6, 2], "dense": [486, 18]}

# %% corr2d_multi_in_out_1x1
def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    X = X.reshape((c_i, h * w))
    K = K.reshape((c_o, c_i))
    Y = torch.matmul(K, X)
    return Y.reshape((c_o, h, w))

# %% same_result
def same_result(Y1, Y2):
    return float(torch.abs(Y1 - Y2).sum()) < 1e-6

# %% answer-explain_24_95 [markdown]
# It means that the assertion of the book would have failed.
