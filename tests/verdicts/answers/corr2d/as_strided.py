"""
says: right, by as strided
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("need matrices")
    out = [n - k + 1 for n, k in zip(X.shape, K.shape)]
    if min(out) < 1:
        raise ValueError("no place for K")
    common = torch.result_type(X, K)
    X, K = X.to(common).contiguous(), K.to(common)
    s = X.stride()
    return torch.tensordot(X.as_strided((*out, *K.shape), (*s, *s)), K, dims=2)
