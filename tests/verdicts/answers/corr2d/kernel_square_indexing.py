"""
says: takes one number for the size of the kernel and loops to it in both directions
kind: wrong
repair: height and width each from its own axis
lines: 14, 15
crashes: yes
cause: the column index leaves a kernel that is taller than wide
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("must fit")
    k = K.shape[0]
    kernel_rows = kernel_columns = range(k)
    Y = torch.zeros(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = sum(X[i + a, j + b] * K[a, b] for a in kernel_rows for b in kernel_columns)
    return Y
