"""
says: sizes the output with / as in the formula with a stride of 1
kind: wrong
repair: // in place of /
lines: 16, 17
crashes: yes
cause: / gives a float, and neither zeros nor range takes one
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D expected")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit")
    stride = 1
    rows = (X.shape[0] - h) / stride + 1
    cols = (X.shape[1] - w) / stride + 1
    Y = torch.zeros(rows, cols)
    for i in range(rows):
        for j in range(cols):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
