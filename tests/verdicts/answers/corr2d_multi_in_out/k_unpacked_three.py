"""
says: takes three sizes of K apart, and it has four
kind: wrong
repair: four
lines: 10
crashes: yes
cause: one name too few
"""
def corr2d_multi_in_out(X, K):
    c_out, h, w = K.shape
    Y = torch.zeros(c_out, X.shape[1] - h + 1, X.shape[2] - w + 1)
    for o in range(c_out):
        Y[o] = corr2d_multi_in(X, K[o])
    return Y
