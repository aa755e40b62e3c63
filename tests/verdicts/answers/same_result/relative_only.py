"""
says: Divides by each number: where a number should be 0, rounding is infinitely large relative to it, and equal pairs are rejected
kind: wrong
repair: ratio line, as in the twin
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    ratio = (Y1 - Y2).abs() / Y2.abs()
    return (ratio < 1e-4).all().item()
