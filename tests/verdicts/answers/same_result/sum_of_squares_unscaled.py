"""
says: the norm of the difference below 1e-3, whatever the size
kind: wrong
repair: a share of the norm
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 - Y2).norm() < 1e-3)
