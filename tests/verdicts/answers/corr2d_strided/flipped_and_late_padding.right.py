"""
says: the twin of flipped_and_late_padding, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X[None], (padding[1], padding[1], padding[0], padding[0]))[0]
    return corr2d(X, K)[::stride[0], ::stride[1]]
