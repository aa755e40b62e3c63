"""
says: makes the output with np.zeros, which no cell has imported
kind: wrong
repair: torch.zeros
lines: 15
crashes: yes
cause: np is not defined in this notebook
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("dims")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("fit")
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
