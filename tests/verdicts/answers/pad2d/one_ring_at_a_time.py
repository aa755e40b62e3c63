"""
says: recursion: one zero on each side, then the rest
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    if p:
        zero = torch.zeros_like(X[..., :1, :])
        return pad2d(torch.cat([zero, X, zero], -2), (p - 1, q))
    if q:
        zero = torch.zeros_like(X[..., :1])
        return pad2d(torch.cat([zero, X, zero], -1), (p, q - 1))
    return X
