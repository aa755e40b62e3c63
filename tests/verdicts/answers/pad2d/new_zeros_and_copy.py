"""
says: zeros of X's type, X copied into the middle
kind: right
"""
def pad2d(X, padding):
    rows, columns = map(int, padding)
    *front, H, W = X.shape
    frame = X.new_zeros(*front, H + 2 * rows, W + 2 * columns)
    frame.narrow(-2, rows, H).narrow(-1, columns, W).copy_(X)
    return frame
