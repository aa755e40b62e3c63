"""
says: zip(X, K) pairs input channels with output stacks; a single channel goes in where all channels are needed
kind: wrong
repair: the comprehension, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out(X, K):
    return torch.stack([corr2d_multi_in(x, k) for x, k in zip(X, K)])
