"""
says: the book's sum of absolute differences below a millionth
kind: wrong
repair: the largest difference in units of the largest number
lines: 12
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    gap = torch.abs(Y1 - Y2)
    return float(gap.sum()) < 1e-6
