"""
says: divides every difference by its own number, 0 included
kind: wrong
repair: by the largest number
lines: 11
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    relative = ((Y1 - Y2) / Y1).abs()
    return bool((relative <= 1e-4).all())
