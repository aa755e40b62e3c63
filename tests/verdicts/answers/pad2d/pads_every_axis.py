"""
says: enlarges the channel axis as well
kind: wrong
repair: the last two axes only
lines: 10
crashes: yes
cause: zip ends after the channel axis and the rows; the picture does not fit the output
"""
def pad2d(X, padding):
    shape = [n + 2 * p for n, p in zip(X.shape, padding)]
    out = torch.zeros(shape)
    r, c = padding
    out[..., r:r + X.shape[-2], c:c + X.shape[-1]] = X
    return out
