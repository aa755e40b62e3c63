"""
says: the book's sum of absolute differences below a millionth; repaired: the largest difference in units of the largest number
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    gap = torch.abs(Y1 - Y2)
    return float(gap.max()) <= 1e-5 * float(Y1.abs().max())
