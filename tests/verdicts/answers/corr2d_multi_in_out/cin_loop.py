"""
says: Loops over the input channels where the output channels are meant: too few maps, or an index out of range
kind: wrong
repair: range line, as in the twin
lines: 12
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out(X, K):
    c_out, c_in, h, w = K.shape
    Y = torch.zeros(c_out, X.shape[1] - h + 1, X.shape[2] - w + 1)
    for o in range(c_in):
        Y[o] = corr2d_multi_in(X, K[o])
    return Y
