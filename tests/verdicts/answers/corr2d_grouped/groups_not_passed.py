"""
says: checks, then forgets to pass groups on
kind: wrong
repair: passes them
lines: 12
crashes: yes
cause: conv2d expects all channels
"""
def corr2d_grouped(X, K, groups=1):
    if X.shape[0] % groups or K.shape[0] % groups or K.shape[1] != X.shape[0] // groups:
        raise ValueError("channels")
    return nn.functional.conv2d(X[None], K)[0]
