"""
says: the twin of stride_starts_late, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    return corr2d(X, K)[::stride[0], ::stride[1]]
