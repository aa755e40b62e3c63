"""
says: walrus, tensordot of windows, an exception of its own kind
kind: right
"""
class DoesNotFit(ValueError):
    """K does not fit."""


def corr2d(X, K):
    if (axes := (X.dim(), K.dim())) != (2, 2):
        raise DoesNotFit(f"{axes} axes")
    if min(room := [n - k for n, k in zip(X.shape, K.shape)]) < 0:
        raise DoesNotFit(f"{room} pixels left")
    dtype = torch.promote_types(torch.promote_types(X.dtype, K.dtype), torch.float32)
    windows = X.to(dtype).unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return torch.tensordot(windows, K.to(dtype), dims=2)
