"""
says: measures against the largest number, sign included, so negative results have a negative limit; repaired: of the absolute numbers
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    limit = 1e-5 * (Y1.abs() + Y2.abs()).max() / 2
    return bool(((Y1 - Y2).abs() <= limit).all())
