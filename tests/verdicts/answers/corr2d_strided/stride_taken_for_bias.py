"""
says: conv2d(X, K, stride): the third argument is the bias
kind: wrong
repair: stride=stride
lines: 11
crashes: yes
cause: a tuple is no bias
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    x, k = X[None, None], K[None, None]
    return nn.functional.conv2d(x, k, stride, padding)[0, 0]
