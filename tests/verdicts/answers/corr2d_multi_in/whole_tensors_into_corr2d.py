"""
says: gives corr2d all channels at once
kind: wrong
repair: channel by channel, then the sum
lines: 12
crashes: yes
cause: corr2d refuses three axes
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return corr2d(X, K)
