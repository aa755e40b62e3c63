"""
says: [::stride] with the pair; repaired: one number for each axis
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    X = nn.functional.pad(X, (padding[1],) * 2 + (padding[0],) * 2)
    Y = corr2d(X, K)
    return Y[::stride[0], ::stride[1]]
