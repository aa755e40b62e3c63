"""
says: the twin of mean_and_half_padding, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, (padding[0], padding[1]))
    return corr2d(X, K)[::stride[0], ::stride[1]]
