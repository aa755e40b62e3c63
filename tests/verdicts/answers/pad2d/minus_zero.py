"""
says: The slice p:-p is empty when p is 0 (-0 is 0): the image no longer fits for padding 0 (RuntimeError)
kind: wrong
repair: the assignment line, as in the twin
lines: 13
crashes: yes
cause: what it says
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    out = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q, dtype=X.dtype)
    out[..., p:-p, q:-q] = X
    return out
