"""
says: the twin of pads_after, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    Y = corr2d(pad2d(X, padding), K)
    return Y[::stride[0], ::stride[1]]
