"""
says: K.squeeze(), which takes a single channel away, too; repaired: only the last two axes
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    weights = K.squeeze(3).squeeze(2)
    return (weights @ X.reshape(c_in, H * W)).reshape(K.shape[0], H, W)
