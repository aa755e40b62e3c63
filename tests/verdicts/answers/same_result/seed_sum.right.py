"""
says: the twin of seed_sum, repaired
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    difference = (Y1 - Y2).abs()
    return float(difference.max()) <= 1e-4 * float(Y1.abs().max())
