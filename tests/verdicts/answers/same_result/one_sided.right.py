"""
says: looks at the largest difference, sign included, so a Y2 that is too large passes; repaired: at the largest absolute one
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape or Y1.isnan().any() or Y2.isnan().any():
        return False
    limit = 1e-5 * max(Y1.abs().max(), Y2.abs().max())
    return bool(((Y1 - Y2).abs().max()) <= limit)
