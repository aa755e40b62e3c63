"""
says: the twin of output_preallocated_c_in, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    h, w = K.shape[2:]
    Y = torch.zeros(K.shape[0], X.shape[1] - h + 1, X.shape[2] - w + 1)
    for o in range(K.shape[0]):
        Y[o] = corr2d_multi_in(X, K[o])
    return Y
