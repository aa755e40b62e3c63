"""
says: cuts the windows out of X_example, the image it was tried on
kind: wrong
repair: X in place of X_example
lines: 21
crashes: yes
cause: X_example is the image of the text, so another X is never read and windows run off its edge
"""
X_example = torch.tensor([[4.0, 1.0, 3.0], [2.0, 6.0, 0.0]])


def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X_example[i:i + h, j:j + w]
            Y[i, j] = (window * K).sum()
    return Y
