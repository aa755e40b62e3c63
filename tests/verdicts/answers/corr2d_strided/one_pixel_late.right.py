"""
says: the first window begins at the stride, not at 0; repaired: at 0
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    full = corr2d(X, K)
    return full[::stride[0], ::stride[1]]
