"""
says: the twin of view_no_contiguous, repaired
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c, h, w = X.shape
    flat = X.reshape(c, -1)
    return torch.mm(K.flatten(1), flat).reshape(K.shape[0], h, w)
