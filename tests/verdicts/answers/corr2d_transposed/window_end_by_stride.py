"""
says: each stamp is stride wide, not w
kind: wrong
repair: h and w
lines: 14
crashes: yes
cause: a stamp of another size
"""
def corr2d_transposed(X, K, stride=1):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - 1) * stride + h, (X.shape[1] - 1) * stride + w)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i * stride:(i + 1) * stride, j * stride:(j + 1) * stride] += X[i, j] * K
    return Y
