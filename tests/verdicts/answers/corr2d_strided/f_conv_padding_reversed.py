"""
says: F.conv2d with padding turned round
kind: wrong
repair: as it is
lines: 9
crashes: no
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    return nn.functional.conv2d(X[None, None], K[None, None], stride=stride, padding=padding[::-1])[0, 0]
