"""
says: concatenates zeros above and below that are not yet as wide
kind: wrong
repair: rows first, then columns
lines: 13
crashes: yes
cause: the rows of zeros lack the columns at the sides
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    side = torch.zeros(*X.shape[:-1], q)
    top = torch.zeros(*X.shape[:-2], p, W)
    X = torch.cat([side, X, side], dim=-1)
    return torch.cat([top, X, top], dim=-2)
