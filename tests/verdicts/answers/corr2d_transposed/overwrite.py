"""
says: The stamps overwrite each other (=) where they should add up (+=)
kind: wrong
repair: assignment line, as in the twin
lines: 15
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    H, W = X.shape
    h, w = K.shape
    Y = torch.zeros((H - 1) * stride + h, (W - 1) * stride + w)
    for i in range(H):
        for j in range(W):
            r, c = i * stride, j * stride
            Y[r : r + h, c : c + w] = X[i, j] * K
    return Y
