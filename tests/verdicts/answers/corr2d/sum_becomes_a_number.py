"""
says: keeps the running sum under the name sum and then calls sum()
kind: wrong
repair: another name for the running sum
lines: 18, 19
crashes: yes
cause: sum is a tensor by then and cannot be called
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("axes")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("size")
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            sum = X[i:i + h, j:j + w] * K
            Y[i, j] = sum(sum.flatten())
    return Y
