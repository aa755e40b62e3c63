"""
says: view of X
kind: wrong
repair: reshape
lines: 11
crashes: yes
cause: a crop cannot be viewed
"""
def corr2d_multi_in_out_1x1(X, K):
    c, h, w = X.shape
    flat = X.view(c, -1)
    return torch.mm(K.flatten(1), flat).reshape(K.shape[0], h, w)
