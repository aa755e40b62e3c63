"""
says: a fixed tolerance of 1e-5, whatever the size of the numbers
kind: wrong
repair: times the largest
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool(((Y1 - Y2).abs() < 1e-5).all())
