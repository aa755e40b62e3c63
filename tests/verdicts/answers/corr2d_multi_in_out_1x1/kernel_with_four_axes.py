"""
says: multiplies the kernel with its four axes
kind: wrong
repair: K[:, :, 0, 0]
lines: 11
crashes: yes
cause: the last axes of K are 1 x 1 and do not fit X
"""
def corr2d_multi_in_out_1x1(X, K):
    c, H, W = X.shape
    Y = torch.matmul(K, X.reshape(c, -1))
    return Y.reshape(-1, H, W)
