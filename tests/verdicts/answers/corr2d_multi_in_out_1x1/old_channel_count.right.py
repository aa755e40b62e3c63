"""
says: gives the result the channels of X; repaired: the channels of K
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    Y = K.squeeze(-1).squeeze(-1) @ X.reshape(X.shape[0], -1)
    return Y.reshape(K.shape[0], *X.shape[1:])
