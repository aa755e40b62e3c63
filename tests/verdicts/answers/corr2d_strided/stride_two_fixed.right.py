"""
says: every second row and column, whatever the stride; repaired: the stride that is given
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    Y = corr2d(X, K)
    if stride == (1, 1):
        return Y
    return Y[::stride[0], ::stride[1]]
