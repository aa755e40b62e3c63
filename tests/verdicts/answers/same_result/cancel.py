"""
says: Sums the differences before taking abs, so differences of opposite signs cancel
kind: wrong
repair: gap line, as in the twin
lines: 12
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.size() != Y2.size():
        return False
    scale = Y1.abs().max()
    gap = (Y1 - Y2).sum().abs()
    return bool(gap <= 1e-4 * scale)
