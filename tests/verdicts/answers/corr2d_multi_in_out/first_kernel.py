"""
says: K[0] in the loop: every output channel gets the first stack of kernels
kind: wrong
repair: the line in the loop, as in the twin
lines: 11
crashes: no
"""
def corr2d_multi_in_out(X, K):
    out = []
    for o in range(K.shape[0]):
        out.append(corr2d_multi_in(X, K[0]))
    return torch.stack(out)
