"""
says: the twin of one_number, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = pad2d(X, padding)
    h, w = K.shape
    rows = (X.shape[0] - h) // stride[0] + 1
    cols = (X.shape[1] - w) // stride[1] + 1
    return corr2d(X, K)[:: stride[0], :: stride[1]][:rows, :cols]
