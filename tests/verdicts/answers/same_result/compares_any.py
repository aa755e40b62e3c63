"""
says: any() where all() is meant
kind: wrong
repair: all()
lines: 12
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    close = (Y1 - Y2).abs() <= 1e-4 * Y1.abs().max()
    return bool(close.any())
