"""
says: compares the sums of both
kind: wrong
repair: number by number
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool(abs(Y1.sum() - Y2.sum()) <= 1e-4 * Y1.abs().sum())
