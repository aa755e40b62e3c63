"""
says: A fixed bound of 1e-6 on the sum of the differences: grows with the number of pixels and with the numbers, and rejects right pairs
kind: wrong
repair: return, as in the twin
lines: 12
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    difference = (Y1 - Y2).abs()
    return float(difference.sum()) < 1e-6
