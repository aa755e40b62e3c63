"""
says: adds rows of zeros as wide as the padded image before the columns are there
kind: wrong
repair: columns first
lines: 11
crashes: yes
cause: other widths
"""
def pad2d(X, padding):
    p, q = padding
    rows = torch.zeros(*X.shape[:-2], p, X.shape[-1] + 2 * q)
    return torch.cat([rows, X, rows], -2)
