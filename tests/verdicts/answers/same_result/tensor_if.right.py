"""
says: the twin of tensor_if, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    close = abs(Y1 - Y2) <= 1e-4 * abs(Y1).max()
    if close.all():
        return True
    return False
