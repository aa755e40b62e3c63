"""
says: 1e-5, whatever the size of the numbers
kind: wrong
repair: times the largest number
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    tolerance = 1e-5
    return bool(torch.all(torch.abs(Y1 - Y2) <= tolerance))
