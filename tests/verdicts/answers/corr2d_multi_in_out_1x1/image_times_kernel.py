"""
says: X @ K, the wrong way round
kind: wrong
repair: K @ X
lines: 14
crashes: yes
cause: pixels and channels meet, whose numbers differ
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, h, w = X.shape
    c_out = K.shape[0]
    X = X.reshape(c_in, h * w)
    K = K.reshape(c_out, c_in)
    return torch.mm(X, K).reshape(c_out, h, w)
