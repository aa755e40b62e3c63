"""
says: K.squeeze(), which takes a single channel away, too
kind: wrong
repair: only the last two axes
lines: 11
crashes: yes
cause: with one channel in or out K is no matrix any more
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    weights = K.squeeze()
    return (weights @ X.reshape(c_in, H * W)).reshape(K.shape[0], H, W)
