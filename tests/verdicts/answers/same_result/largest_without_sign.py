"""
says: measures against the largest number, sign included, so negative results have a negative limit
kind: wrong
repair: of the absolute numbers
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    limit = 1e-5 * (Y1 + Y2).max() / 2
    return bool(((Y1 - Y2).abs() <= limit).all())
