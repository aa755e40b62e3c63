"""
says: unpacks four paddings
kind: wrong
repair: two
lines: 10, 11
crashes: yes
cause: a pair has two numbers
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    left, right, top, bottom = padding
    X = nn.functional.pad(X, (left, right, top, bottom))
    return corr2d(X, K)[::stride[0], ::stride[1]]
