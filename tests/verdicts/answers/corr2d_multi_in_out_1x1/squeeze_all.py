"""
says: squeeze() also takes off the channel axes of length 1 (one channel in or out), and the product then has the wrong shape or fails
kind: wrong
repair: K line, as in the twin
lines: 11
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out_1x1(X, K):
    c, H, W = X.shape
    M = K.squeeze()
    return (M @ X.reshape(c, H * W)).reshape(-1, H, W)
