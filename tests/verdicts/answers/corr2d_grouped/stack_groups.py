"""
says: stack puts the groups on an axis of their own (groups, c_out / groups, ...); the blocks belong one after the other (cat)
kind: wrong
repair: return, as in the twin
lines: 14
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    c_in, c_out = X.shape[0], K.shape[0]
    if c_in % groups or c_out % groups or c_in // groups != K.shape[1]:
        raise ValueError("channel numbers do not fit")
    xs = X.reshape(groups, c_in // groups, *X.shape[1:])
    ks = K.reshape(groups, c_out // groups, *K.shape[1:])
    return torch.stack([nn.functional.conv2d(x[None], k)[0] for x, k in zip(xs, ks)])
