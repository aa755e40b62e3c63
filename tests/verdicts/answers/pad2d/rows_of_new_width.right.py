"""
says: the twin of rows_of_new_width, repaired
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    side = torch.zeros(*X.shape[:-1], q)
    X = torch.cat([side, X, side], -1)
    rows = torch.zeros(*X.shape[:-2], p, X.shape[-1])
    return torch.cat([rows, X, rows], -2)
