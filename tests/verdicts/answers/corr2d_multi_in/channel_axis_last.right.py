"""
says: takes the last axis for the channels, as in TensorFlow; repaired: the first axis
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    Y = 0
    for c in range(X.shape[0]):
        Y = Y + corr2d(X[c], K[c])
    return Y
