"""
says: raises an error for NaN; repaired: return False
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    if torch.isnan(Y1).any() or torch.isnan(Y2).any():
        return False
    return bool((Y1 - Y2).abs().max() <= 1e-5 * Y1.abs().max())
