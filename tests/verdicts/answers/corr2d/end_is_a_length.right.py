"""
says: writes the slice as start:length, as in substr; repaired: let the slices end at i + h and j + w
kind: right
"""
def corr2d(X, K):
    if len(X.shape) != 2 or len(K.shape) != 2:
        raise ValueError("X and K must be matrices")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K must fit into X")
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
