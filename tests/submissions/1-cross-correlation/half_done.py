"""A transposed kernel, then time ran out: the later cells are as released."""

# %% predicted_outputs
predicted_outputs = {"counting": [[17, 23], [35, 41]], "symmetric": [[18, 26], [26, 34]]}

# %% corr2d
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("sizes")
    w, h = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            for a in range(h):
                for b in range(w):
                    Y[i, j] += X[i + a, j + b] * K[b, a]
    return Y

# %% corr2d_fixed
def corr2d_fixed(X, K):
    return corr2d(X, K

# %% exposing_case
def exposing_case():
    return torch.ones(4, 4), torch.ones(2, 2)
