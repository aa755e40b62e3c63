"""
says: torch.stack of a generator
kind: wrong
repair: a list
lines: 10
crashes: yes
cause: stack wants a tuple
"""
def corr2d_multi_in_out(X, K):
    return torch.stack(corr2d_multi_in(X, k) for k in K)
