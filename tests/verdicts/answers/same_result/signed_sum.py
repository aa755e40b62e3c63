"""
says: adds up the differences with their signs
kind: wrong
repair: the largest absolute difference
lines: 12
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    scale = max(float(Y1.abs().max()), float(Y2.abs().max()))
    return bool((Y1 - Y2).sum() <= 1e-5 * scale)
