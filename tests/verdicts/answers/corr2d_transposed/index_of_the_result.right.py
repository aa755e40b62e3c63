"""
says: runs over the places of the result and reads X there; repaired: over the pixels of X
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    h, w = K.shape
    rows = (X.shape[0] - 1) * stride + h
    cols = (X.shape[1] - 1) * stride + w
    Y = torch.zeros(rows, cols)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i * stride:i * stride + h, j * stride:j * stride + w] += X[i, j] * K
    return Y
