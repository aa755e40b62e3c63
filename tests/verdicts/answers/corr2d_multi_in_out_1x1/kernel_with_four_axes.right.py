"""
says: multiplies the kernel with its four axes; repaired: K[:, :, 0, 0]
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c, H, W = X.shape
    Y = torch.matmul(K[:, :, 0, 0], X.reshape(c, -1))
    return Y.reshape(-1, H, W)
