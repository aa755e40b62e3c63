"""
says: K[:, :, 0, 0] @ X on three axes: the product of columns; repaired: einsum
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    return torch.tensordot(K[:, :, 0, 0], X, dims=1)
