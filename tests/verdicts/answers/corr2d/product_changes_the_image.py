"""
says: multiplies the window in place, though it is a view of X
kind: wrong
repair: * in a line of its own in place of *=
lines: 19
crashes: yes
cause: the window is a part of X itself: the next windows read products, an integer X cannot hold them, and a leaf may not be changed
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("two axes")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("size of K")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i:i + h, j:j + w]
            window *= K
            Y[i, j] = window.sum()
    return Y
