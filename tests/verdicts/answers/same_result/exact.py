"""
says: == allows no rounding at all
kind: wrong
repair: return, as in the twin
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 == Y2).all())
