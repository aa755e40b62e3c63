"""
says: the twin of per_input, repaired
kind: right
"""
def conv_layer(X, K, b):
    out = []
    for o in range(K.shape[0]):
        out.append(sum(corr2d(X[c], K[o, c]) for c in range(X.shape[0])) + b[o])
    return torch.stack(out)
