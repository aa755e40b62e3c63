"""
says: measures against the smallest number
kind: wrong
repair: the largest
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 - Y2).abs().max() <= 1e-3 * Y1.abs().min())
