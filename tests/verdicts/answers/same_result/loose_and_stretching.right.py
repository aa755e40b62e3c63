"""
says: a tolerance of 1, and no look at the shapes beyond the number of axes; repaired: 1e-5 of the largest number, and equal shapes
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool((Y1 - Y2).abs().max() <= 1e-5 * Y1.abs().max())
