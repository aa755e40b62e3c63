"""
says: the twin of transposed_kernel, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    return torch.einsum("oi,ihw->ohw", K[..., 0, 0], X)
