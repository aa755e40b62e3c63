"""
says: Unpacks X.shape into two numbers, which fails for an image with a channel axis (ValueError: too many values)
kind: wrong
repair: first line, as in the twin
lines: 10, 12, 13, 14, 15
crashes: yes
cause: what it says
"""
def pad2d(X, padding):
    H, W = X.shape
    ph, pw = padding
    top = torch.zeros(ph, W + 2 * pw)
    side = torch.zeros(H, pw)
    middle = torch.cat([side, X, side], dim=1)
    return torch.cat([top, middle, top], dim=0)
