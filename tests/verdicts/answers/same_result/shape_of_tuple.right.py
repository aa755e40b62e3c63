"""
says: compares the shapes element by element with torch.all; repaired: with !=
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool(((Y1 - Y2).abs() <= 1e-5 * Y1.abs().max()).all())
