"""
says: out[p:-p, q:-q], which is empty for 0
kind: wrong
repair: counts from the start
lines: 12
crashes: yes
cause: a slice to -0 is empty
"""
def pad2d(X, padding):
    p, q = padding
    out = torch.zeros(*X.shape[:-2], X.shape[-2] + 2 * p, X.shape[-1] + 2 * q)
    out[..., p:-p, q:-q] = X
    return out
