"""
says: The bias is added for every input channel, so c_in times (right for one channel only)
kind: wrong
repair: inner line, as in the twin
lines: 11
crashes: no
"""
def conv_layer(X, K, b):
    out = []
    for o in range(K.shape[0]):
        out.append(sum(corr2d(X[c], K[o, c]) + b[o] for c in range(X.shape[0])))
    return torch.stack(out)
