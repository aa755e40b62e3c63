"""
says: any instead of all
kind: wrong
repair: all
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((abs(Y1 - Y2) <= 1e-4 * Y1.abs().max().clamp(min=1)).any())
