"""
says: Hands the whole 3-D stacks to corr2d, which takes 2-D only (ValueError)
kind: wrong
repair: the line in the loop should index the channel, as in the twin
lines: 14
crashes: yes
cause: what it says
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("different channels")
    total = 0
    for c in range(X.shape[0]):
        total = total + corr2d(X, K)
    return total
