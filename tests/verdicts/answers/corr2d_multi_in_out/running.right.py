"""
says: the twin of running, repaired
kind: right
"""
def corr2d_multi_in_out(X, K):
    Y = []
    total = 0
    for o in range(K.shape[0]):
        total = 0
        for c in range(K.shape[1]):
            total = total + corr2d(X[c], K[o, c])
        Y.append(total)
    return torch.stack(Y, 0)
