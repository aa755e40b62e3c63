"""
says: The output is H * stride large, which ignores the kernel: the last stamps stick out (RuntimeError)
kind: wrong
repair: Y line, as in the twin
lines: 11
crashes: yes
cause: what it says
"""
def corr2d_transposed(X, K, stride=1):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] * stride, X.shape[1] * stride)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            Y[i * stride : i * stride + h, j * stride : j * stride + w] += X[i, j] * K
    return Y
