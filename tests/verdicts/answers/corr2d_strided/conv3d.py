"""
says: a 3-D convolution with one more axis of one
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    Y = nn.functional.conv3d(X[None, None, None], K[None, None, None], stride=(1, *stride), padding=(0, *padding))
    return Y[0, 0, 0]
