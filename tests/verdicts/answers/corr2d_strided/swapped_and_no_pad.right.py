"""
says: the twin of swapped_and_no_pad, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    return corr2d(pad2d(X, padding), K)[::stride[0], ::stride[1]]
