"""
says: loops over input channels for the outputs, K[:, c]
kind: wrong
repair: over K
lines: 10
crashes: yes
cause: another number of channels
"""
def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(X, K[:, c]) for c in range(X.shape[0])])
