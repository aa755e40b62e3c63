"""
says: adds up the channels of image and kernel first; repaired: correlate first
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return sum(map(corr2d, X, K))
