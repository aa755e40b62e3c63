"""
says: the twin of view, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, h, w = X.shape
    c_out = K.shape[0]
    X = X.reshape(c_in, h * w)
    K = K.reshape(c_out, c_in)
    return torch.matmul(K, X).view(c_out, h, w)
