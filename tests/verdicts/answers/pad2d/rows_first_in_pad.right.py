"""
says: gives nn.functional.pad the rows first; repaired: columns first
kind: right
"""
def pad2d(X, padding):
    rows, columns = padding
    return nn.functional.pad(X, (columns, columns, rows, rows))
