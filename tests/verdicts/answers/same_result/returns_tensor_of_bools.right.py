"""
says: the twin of returns_tensor_of_bools, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool(((Y1 - Y2).abs() <= 1e-4 * Y1.abs().max()).all())
