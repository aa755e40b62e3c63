"""
says: raises an error for NaN
kind: wrong
repair: return False
lines: 12
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    if torch.isnan(Y1).any() or torch.isnan(Y2).any():
        raise ValueError("not a number")
    return bool((Y1 - Y2).abs().max() <= 1e-5 * Y1.abs().max())
