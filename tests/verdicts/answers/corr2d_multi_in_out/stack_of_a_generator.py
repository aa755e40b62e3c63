"""
says: torch.stack of a generator
kind: wrong
repair: a list
lines: 10
crashes: yes
cause: stack wants a list or tuple of tensors
"""
def corr2d_multi_in_out(X, K):
    return torch.stack(sum(corr2d(x, k) for x, k in zip(X, kernel)) for kernel in K)
