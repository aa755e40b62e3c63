"""
says: gives nn.functional.pad the rows first
kind: wrong
repair: columns first
lines: 10
crashes: no
"""
def pad2d(X, padding):
    rows, columns = padding
    return nn.functional.pad(X, (rows, rows, columns, columns))
