"""
says: the twin of positional, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    return nn.functional.conv2d(X[None, None], K[None, None], None, stride, padding)[0, 0]
