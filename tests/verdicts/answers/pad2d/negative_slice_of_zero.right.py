"""
says: fills Y[p:-p, q:-q], which is empty for 0; repaired: to p + H
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    *front, H, W = X.shape
    Y = torch.zeros(*front, H + 2 * p, W + 2 * q)
    Y[..., p:p + H, q:q + W] = X
    return Y
