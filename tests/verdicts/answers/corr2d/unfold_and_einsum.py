"""
says: views of all windows, then einsum
kind: right
"""
def corr2d(X, K):
    if X.ndim != 2 or K.ndim != 2:
        raise ValueError("X and K must be 2-D")
    if any(k > x for k, x in zip(K.shape, X.shape, strict=True)):
        raise ValueError("K does not fit in X")
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    common = torch.result_type(X, K)
    return torch.einsum("ijab,ab->ij", windows.to(common), K.to(common))
