"""
says: one call of conv2d, without a thought of types
kind: wrong
repair: K in the type of X
lines: 12
crashes: yes
cause: conv2d wants image and kernel of one type, K holds integers
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return nn.functional.conv2d(X[None], K[None])[0, 0]
