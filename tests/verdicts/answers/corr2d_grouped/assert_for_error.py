"""
says: asserts instead of raising ValueError
kind: wrong
repair: ValueError
lines: 9
crashes: no
"""
def corr2d_grouped(X, K, groups=1):
    assert X.shape[0] % groups == 0 and K.shape[0] % groups == 0 and K.shape[1] == X.shape[0] // groups
    return nn.functional.conv2d(X[None], K, groups=groups)[0]
