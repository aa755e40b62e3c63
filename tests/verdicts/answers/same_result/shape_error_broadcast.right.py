"""
says: the twin of shape_error_broadcast, repaired
kind: right
"""
def same_result(Y1, Y2):
    return Y1.shape == Y2.shape and torch.all(torch.abs(Y1 - Y2) <= 1e-3 * torch.abs(Y1).max()).item()
