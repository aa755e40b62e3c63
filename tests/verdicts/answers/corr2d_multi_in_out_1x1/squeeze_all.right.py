"""
says: the twin of squeeze_all, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c, H, W = X.shape
    M = K.squeeze(-1).squeeze(-1)
    return (M @ X.reshape(c, H * W)).reshape(-1, H, W)
