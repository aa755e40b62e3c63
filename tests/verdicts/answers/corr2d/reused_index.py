"""
says: the inner loops over the kernel reuse the names of the outer ones
kind: wrong
repair: names of their own
lines: 17, 18, 19
crashes: yes
cause: the place to store is that of the last tap
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            total = 0
            for i in range(h):
                for j in range(w):
                    total = total + X[i, j] * K[i, j]
            Y[i, j] = total
    return Y
