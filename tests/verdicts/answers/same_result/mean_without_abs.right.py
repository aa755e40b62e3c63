"""
says: the twin of mean_without_abs, repaired
kind: right
"""
def same_result(Y1, Y2):
    return Y1.shape == Y2.shape and bool(abs(Y1 - Y2).max() <= 1e-4 * Y1.abs().max())
