"""
says: divides each difference by its own number: 0 divides by 0
kind: wrong
repair: by the largest
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((((Y1 - Y2) / Y1).abs() <= 1e-3).all())
