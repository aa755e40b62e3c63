"""
says: groups is never handed on to conv2d: with more than one group the channels do not fit (RuntimeError)
kind: wrong
repair: return, as in the twin
lines: 12
crashes: yes
cause: what it says
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("bad groups")
    return nn.functional.conv2d(X[None], K)[0]
