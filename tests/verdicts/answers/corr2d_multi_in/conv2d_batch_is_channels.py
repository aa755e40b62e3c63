"""
says: X[:, None]: channels taken for a batch
kind: wrong
repair: one image of channels
lines: 12
crashes: yes
cause: conv2d's channels do not agree
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return nn.functional.conv2d(X[:, None], K[None].float())[0, 0]
