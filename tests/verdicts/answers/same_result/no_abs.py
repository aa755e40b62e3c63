"""
says: the largest difference without abs
kind: wrong
repair: with abs
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 - Y2).max() <= 1e-4 * Y1.abs().max() + 1e-6)
