"""
says: Height and width swapped in the last reshape: right for square images only
kind: wrong
repair: return, as in the twin
lines: 11
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    flat = X.flatten(1)
    Y = K[:, :, 0, 0] @ flat
    return Y.reshape(K.shape[0], X.shape[2], X.shape[1])
