"""
says: takes the arguments in the order (K, X), as in K * X
kind: wrong
repair: the order of the task, X and then K
lines: 8
crashes: no
"""
def corr2d(K, X):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("wrong number of axes")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("the kernel does not fit")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
