"""
says: the twin of two_axes, repaired
kind: right
"""
def pad2d(X, padding):
    *C, H, W = X.shape
    ph, pw = padding
    top = torch.zeros(*C, ph, W + 2 * pw)
    side = torch.zeros(*C, H, pw)
    middle = torch.cat([side, X, side], dim=-1)
    return torch.cat([top, middle, top], dim=-2)
