"""
says: the twin of tolerance_of_min, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 - Y2).abs().max() <= 1e-3 * Y1.abs().max())
