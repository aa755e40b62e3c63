"""
says: Compares the whole shapes, not only the channels: every kernel smaller than the image is refused
kind: wrong
repair: the if, as in the twin
lines: 9
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape != K.shape:
        raise ValueError("X and K have different numbers of channels")
    h, w = K.shape[1:]
    Y = torch.zeros(X.shape[1] - h + 1, X.shape[2] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[:, i : i + h, j : j + w] * K).sum()
    return Y
