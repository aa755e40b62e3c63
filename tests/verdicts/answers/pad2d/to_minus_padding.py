"""
says: fills [p:-p], which is empty for a padding of 0
kind: wrong
repair: end at p + H
lines: 13
crashes: yes
cause: with a padding of 0 the slice [0:-0] is empty and X does not fit in it
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2], X.shape[-1]
    out = torch.zeros(*X.shape[:-2], H + 2 * p, W + 2 * q)
    out[..., p:-p, q:-q] = X
    return out
