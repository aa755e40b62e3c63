"""
says: if on a whole tensor; repaired: .all()
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    if ((Y1 - Y2).abs() <= 1e-5 * Y1.abs().max()).all():
        return True
    return False
