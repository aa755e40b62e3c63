"""
says: compares the numbers of elements, not the shapes
kind: wrong
repair: the shapes
lines: 9
crashes: no
"""
def same_result(Y1, Y2):
    if Y1.numel() != Y2.numel():
        return False
    a, b = Y1.flatten(), Y2.flatten()
    return bool((a - b).abs().max() <= 2e-5 * a.abs().max())
