"""
says: Zeros are added above and on the left only, not below and on the right
kind: wrong
repair: cat lines, as in the twin
lines: 10, 12
crashes: no
"""
def pad2d(X, padding):
    rows = torch.zeros_like(X[..., :1, :]).repeat_interleave(padding[0], -2)
    X = torch.cat((rows, X), -2)
    cols = torch.zeros_like(X[..., :1]).repeat_interleave(padding[1], -1)
    return torch.cat((cols, X), -1)
