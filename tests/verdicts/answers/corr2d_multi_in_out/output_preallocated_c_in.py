"""
says: room for c_in maps, loop over c_out
kind: wrong
repair: c_out
lines: 11
crashes: yes
cause: an index beyond the last map
"""
def corr2d_multi_in_out(X, K):
    h, w = K.shape[2:]
    Y = torch.zeros(X.shape[0], X.shape[1] - h + 1, X.shape[2] - w + 1)
    for o in range(K.shape[0]):
        Y[o] = corr2d_multi_in(X, K[o])
    return Y
