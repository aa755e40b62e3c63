"""
says: loops over the image's size, keeps Y's
kind: wrong
repair: Y's size
lines: 12, 13
crashes: yes
cause: the window is cut off at the end
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
