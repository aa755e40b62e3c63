"""
says: adds up the channels of image and kernel first
kind: wrong
repair: correlate first
lines: 11
crashes: no
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return corr2d(X.sum(dim=0), K.sum(dim=0))
