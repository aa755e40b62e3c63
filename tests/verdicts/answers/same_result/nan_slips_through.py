"""
says: not (gap > limit), which is True for NaN
kind: wrong
repair: gap <= limit
lines: 13
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    gap = (Y1 - Y2).abs().max()
    limit = 1e-5 * Y1.abs().max()
    return not bool(gap > limit)
