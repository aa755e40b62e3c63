"""
says: the twin of padding_unpacked_four, repaired
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    rows, columns = padding
    X = nn.functional.pad(X, (columns, columns, rows, rows))
    return corr2d(X, K)[::stride[0], ::stride[1]]
