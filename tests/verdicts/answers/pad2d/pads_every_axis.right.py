"""
says: enlarges the channel axis as well; repaired: the last two axes only
kind: right
"""
def pad2d(X, padding):
    shape = list(X.shape[:-2]) + [n + 2 * p for n, p in zip(X.shape[-2:], padding)]
    out = torch.zeros(shape)
    r, c = padding
    out[..., r:r + X.shape[-2], c:c + X.shape[-1]] = X
    return out
