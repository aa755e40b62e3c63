"""
says: takes one number for the size of the kernel and loops to it in both directions; repaired: height and width each from its own axis
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("must fit")
    kernel_rows, kernel_columns = range(K.shape[0]), range(K.shape[1])
    Y = torch.zeros(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = sum(X[i + a, j + b] * K[a, b] for a in kernel_rows for b in kernel_columns)
    return Y
