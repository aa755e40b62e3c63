"""
says: takes the last axis for the channels, as in TensorFlow
kind: wrong
repair: the first axis
lines: 13, 14
crashes: yes
cause: a column of the image is cut out in place of a channel, and the last axes differ in length
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    Y = 0
    for c in range(X.shape[-1]):
        Y = Y + corr2d(X[..., c], K[..., c])
    return Y
