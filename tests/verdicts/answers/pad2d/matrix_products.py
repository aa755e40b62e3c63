"""
says: two matrices that put rows and columns in place
kind: right
"""
def pad2d(X, padding):
    p, q = padding
    H, W = X.shape[-2:]
    down = torch.zeros(H + 2 * p, H)
    down[p:p + H] = torch.eye(H)
    across = torch.zeros(W, W + 2 * q)
    across[:, q:q + W] = torch.eye(W)
    return down @ X @ across
