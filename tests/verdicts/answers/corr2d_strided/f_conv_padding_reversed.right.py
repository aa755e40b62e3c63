"""
says: the twin of f_conv_padding_reversed, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    return nn.functional.conv2d(X[None, None], K[None, None], stride=stride, padding=padding)[0, 0]
