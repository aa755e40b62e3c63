"""
says: rounds both to four places and compares; repaired: a tolerance
kind: right
"""
def same_result(Y1, Y2):
    if Y1.shape != Y2.shape:
        return False
    return bool(torch.le(torch.abs(Y1 - Y2).max(), 1e-4 * torch.abs(Y1).max()))
