"""
says: sums with axis=0, a habit from data frames; repaired: sum over everything
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X or K is not 2-D")
    height, width = K.shape
    if height > X.shape[0] or width > X.shape[1]:
        raise ValueError("K does not fit in X")
    Y = torch.zeros(X.shape[0] - height + 1, X.shape[1] - width + 1)
    for row in range(Y.shape[0]):
        for col in range(Y.shape[1]):
            under = X[row:row + height, col:col + width]
            Y[row, col] = torch.multiply(under, K).sum()
    return Y
