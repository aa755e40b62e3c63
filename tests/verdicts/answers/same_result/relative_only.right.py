"""
says: the twin of relative_only, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    ratio = (Y1 - Y2).abs() / (Y2.abs().max() + 1e-30)
    return (ratio < 1e-4).all().item()
