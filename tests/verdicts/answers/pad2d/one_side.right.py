"""
says: the twin of one_side, repaired
kind: right
"""
def pad2d(X, padding):
    rows = torch.zeros_like(X[..., :1, :]).repeat_interleave(padding[0], -2)
    X = torch.cat((rows, X, rows), -2)
    cols = torch.zeros_like(X[..., :1]).repeat_interleave(padding[1], -1)
    return torch.cat((cols, X, cols), -1)
