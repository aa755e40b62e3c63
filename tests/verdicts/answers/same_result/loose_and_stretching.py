"""
says: a tolerance of 1, and no look at the shapes beyond the number of axes
kind: wrong
mistakes: 2
repair: 1e-5 of the largest number, and equal shapes
lines: 10, 12
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.dim() != Y2.dim() or any(a != b and 1 not in (a, b) for a, b in zip(Y1.shape, Y2.shape)):
        return False
    return bool((Y1 - Y2).abs().max() < 1)
