"""
says: Asks whether any difference is too large; every comparison with NaN is False, so a NaN counts as equal
kind: wrong
repair: the any line, as in the twin
lines: 12
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    tol = 1e-4 * Y1.abs().max()
    too_far = (Y1 - Y2).abs() > tol
    return not bool(too_far.any())
