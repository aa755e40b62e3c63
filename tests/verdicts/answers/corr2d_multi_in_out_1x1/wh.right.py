"""
says: the twin of wh, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    flat = X.flatten(1)
    Y = K[:, :, 0, 0] @ flat
    return Y.reshape(K.shape[0], X.shape[1], X.shape[2])
