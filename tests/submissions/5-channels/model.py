"""Everything right, in the way of the lesson."""

# %% corr2d_multi_in
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("X and K must have as many channels")
    return sum(corr2d(x, k) for x, k in zip(X, K))

# %% channel_exposing_case
def channel_exposing_case():
    X = torch.tensor([[[1.0, 2.0, 0.0], [3.0, -1.0, 2.0]], [[0.0, 5.0, 1.0], [2.0, 2.0, -4.0]]])
    K = torch.tensor([[[2.0, -1.0]], [[1.0, 3.0]]])
    return X, K

# %% corr2d_multi_in_out
def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, k) for k in K], 0)

# %% conv_layer
def conv_layer(X, K, b):
    return corr2d_multi_in_out(X, K) + b.reshape(-1, 1, 1)

# %% parameter_counts
parameter_counts = {"color": [216, 8], "stride": [216, 8], "one_by_one": [6, 2], "dense": [486, 18]}

# %% corr2d_multi_in_out_1x1
def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    Y = torch.matmul(K.reshape(c_o, c_i), X.reshape(c_i, h * w))
    return Y.reshape(c_o, h, w)

# %% same_result
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 - Y2).abs().max() <= 1e-5 * max(Y1.abs().max(), Y2.abs().max()))

# %% answer-explain_24_95 [markdown]
# 24.95 is far more than rounding, which is about 1e-6 here, so one result was wrong. `corr2d` was the broken one of
# In [19], so `Y2` was all zeros and the number is the sum of |Y1|. A 1 x 1 layer is a dense layer at every pixel with
# shared weights: here 2 * 3 = 6 weights and 2 biases.
