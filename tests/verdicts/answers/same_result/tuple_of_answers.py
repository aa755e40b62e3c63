"""
says: returns shape and numbers as a pair
kind: wrong
repair: one answer
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return True, bool((Y1 - Y2).abs().max() <= 1e-4 * Y1.abs().max())
