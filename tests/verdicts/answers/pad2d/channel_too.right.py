"""
says: the twin of channel_too, repaired
kind: right
"""
def pad2d(X, padding):
    shape = list(X.shape)
    shape[-2] += 2 * padding[0]
    shape[-1] += 2 * padding[1]
    Y = X.new_zeros(shape)
    Y[..., padding[0]:padding[0] + X.shape[-2], padding[1]:padding[1] + X.shape[-1]] = X
    return Y
