"""
says: The subscripts of the kernel are swapped in einsum ("ba" for "ab"), so the kernel is transposed: wrong numbers for a square kernel, an error for a rectangular one
kind: wrong
repair: the einsum line, as in the twin
lines: 16
crashes: yes
cause: what it says
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError
    if any(k > x for k, x in zip(K.shape, X.shape)):
        raise ValueError
    dt = torch.result_type(X, K)
    patches = X.to(dt).unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return torch.einsum("ijab,ba->ij", patches, K.to(dt))
