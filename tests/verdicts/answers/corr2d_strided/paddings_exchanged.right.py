"""
says: padding (rows, columns) handed to pad in this order; repaired: columns first
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    Y = corr2d(X, K)
    return Y[::stride[0], ::stride[1]]
