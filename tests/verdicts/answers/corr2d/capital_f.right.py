"""
says: calls F.conv2d as most tutorials do; repaired: nn.functional.conv2d
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    if K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit in X")
    kind = torch.promote_types(torch.result_type(X, K), torch.float32)
    x, k = X.to(kind)[None, None], K.to(kind)[None, None]
    return nn.functional.conv2d(x, k)[0, 0]
