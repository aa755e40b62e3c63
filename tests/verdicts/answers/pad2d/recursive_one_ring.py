"""
says: one row and one column at a time, recursively
kind: right
"""
def pad2d(X, padding):
    rows, columns = padding
    if rows:
        line = torch.zeros_like(X[..., :1, :])
        return pad2d(torch.cat([line, X, line], -2), (rows - 1, columns))
    if columns:
        return pad2d(X.transpose(-1, -2), (columns, 0)).transpose(-1, -2)
    return X
