"""
says: the twin of cat_rows_only, repaired
kind: right
"""
def pad2d(X, padding):
    rows = X.new_zeros(*X.shape[:-2], padding[0], X.shape[-1])
    X = torch.cat([rows, X, rows], dim=-2)
    columns = X.new_zeros(*X.shape[:-1], padding[1])
    return torch.cat([columns, X, columns], dim=-1)
