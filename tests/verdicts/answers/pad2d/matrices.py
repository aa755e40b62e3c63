"""
says: right, by matrices
kind: right
"""
def pad2d(X, padding):
    def shift(n, p):
        return torch.eye(n + 2 * p, dtype=X.dtype)[:, p : p + n]
    return shift(X.shape[-2], padding[0]) @ X @ shift(X.shape[-1], padding[1]).mT
