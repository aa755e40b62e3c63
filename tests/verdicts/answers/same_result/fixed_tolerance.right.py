"""
says: 1e-5, whatever the size of the numbers; repaired: times the largest number
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    tolerance = 1e-5 * torch.max(torch.abs(Y2))
    return bool(torch.all(torch.abs(Y1 - Y2) <= tolerance))
