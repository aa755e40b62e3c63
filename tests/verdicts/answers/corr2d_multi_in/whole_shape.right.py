"""
says: the twin of whole_shape, repaired
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("X and K have different numbers of channels")
    h, w = K.shape[1:]
    Y = torch.zeros(X.shape[1] - h + 1, X.shape[2] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[:, i : i + h, j : j + w] * K).sum()
    return Y
