"""
says: Also pads the channel axis of a 3-D image: there the index slot [0] of the shape is channels, not rows
kind: wrong
repair: the shape/index lines, as in the twin
lines: 10, 11, 13
crashes: no
"""
def pad2d(X, padding):
    shape = list(X.shape)
    shape[0] += 2 * padding[0]
    shape[1] += 2 * padding[1]
    Y = X.new_zeros(shape)
    Y[padding[0]:padding[0] + X.shape[0], padding[1]:padding[1] + X.shape[1]] = X
    return Y
