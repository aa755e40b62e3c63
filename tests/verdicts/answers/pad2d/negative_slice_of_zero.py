"""
says: fills Y[p:-p, q:-q], which is empty for 0
kind: wrong
repair: to p + H
lines: 13
crashes: yes
cause: -0 is 0, so the slice is empty where there is no padding
"""
def pad2d(X, padding):
    p, q = padding
    *front, H, W = X.shape
    Y = torch.zeros(*front, H + 2 * p, W + 2 * q)
    Y[..., p:-p, q:-q] = X
    return Y
