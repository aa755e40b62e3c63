"""
says: compares the numbers of elements, not the shapes; repaired: the shapes
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    a, b = Y1.flatten(), Y2.flatten()
    return bool((a - b).abs().max() <= 2e-5 * a.abs().max())
