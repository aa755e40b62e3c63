"""
says: The running sum is set to 0 once, before the loop over the outputs, so each map contains all the earlier ones
kind: wrong
repair: line total = 0 stands too far out, as in the twin
lines: 12
crashes: no
"""
def corr2d_multi_in_out(X, K):
    Y = []
    total = 0
    for o in range(K.shape[0]):
        for c in range(K.shape[1]):
            total = total + corr2d(X[c], K[o, c])
        Y.append(total)
    return torch.stack(Y, 0)
