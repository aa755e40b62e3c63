"""
says: the twin of nan_true, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    tol = 1e-4 * Y1.abs().max()
    too_far = ~((Y1 - Y2).abs() <= tol)
    return not bool(too_far.any())
