"""
says: adds up with Python's sum()
kind: wrong
repair: .sum() of the tensor
lines: 18
crashes: yes
cause: sum() adds the rows to one row, which is no single number
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = sum(X[i:i + h, j:j + w] * K)
    return Y
