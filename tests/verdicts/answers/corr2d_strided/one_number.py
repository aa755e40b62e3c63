"""
says: Treats stride as one number for both axes: a pair cannot divide an int (TypeError)
kind: wrong
repair: Y lines, as in the twin
lines: 12, 13
crashes: yes
cause: what it says
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    rows = (X.shape[0] - h) // stride + 1
    cols = (X.shape[1] - w) // stride + 1
    return corr2d(X, K)[:: stride[0], :: stride[1]][:rows, :cols]
