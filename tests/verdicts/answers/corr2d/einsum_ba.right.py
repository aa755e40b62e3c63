"""
says: the twin of einsum_ba, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError
    if any(k > x for k, x in zip(K.shape, X.shape)):
        raise ValueError
    dt = torch.result_type(X, K)
    patches = X.to(dt).unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return torch.einsum("ijab,ab->ij", patches, K.to(dt))
