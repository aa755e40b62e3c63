"""
says: no look at the shapes; repaired: compare them
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    largest = max(Y1.abs().max(), Y2.abs().max())
    return bool((Y1 - Y2).abs().max() <= largest * 1e-5)
