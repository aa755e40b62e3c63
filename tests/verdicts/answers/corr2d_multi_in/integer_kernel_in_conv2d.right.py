"""
says: one call of conv2d, without a thought of types; repaired: K in the type of X
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    return nn.functional.conv2d(X[None], K[None].to(X.dtype))[0, 0]
