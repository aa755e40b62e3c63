"""
says: the twin of cancel, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.size() != Y2.size():
        return False
    scale = Y1.abs().max()
    gap = (Y1 - Y2).abs().max()
    return bool(gap <= 1e-4 * scale)
