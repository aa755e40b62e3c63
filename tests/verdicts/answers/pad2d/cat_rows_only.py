"""
says: adds rows, forgets the columns
kind: wrong
repair: both
lines: 11
crashes: no
"""
def pad2d(X, padding):
    rows = X.new_zeros(*X.shape[:-2], padding[0], X.shape[-1])
    X = torch.cat([rows, X, rows], dim=-2)
    return X
