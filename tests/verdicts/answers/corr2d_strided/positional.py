"""
says: conv2d's third positional argument is the bias, so stride and padding land in the wrong places (TypeError)
kind: wrong
repair: return, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    return nn.functional.conv2d(X[None, None], K[None, None], stride, padding)[0, 0]
