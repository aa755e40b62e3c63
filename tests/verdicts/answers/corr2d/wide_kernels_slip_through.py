"""
says: compares the shapes as tuples, which looks at the first number that differs
kind: wrong
repair: compare rows and columns each
lines: 11
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("must have two axes")
    if K.shape > X.shape:
        raise ValueError("K must fit into X")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
