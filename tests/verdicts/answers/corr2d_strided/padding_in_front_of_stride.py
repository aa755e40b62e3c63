"""
says: exchanges the two pairs in the head
kind: wrong
repair: stride, then padding
lines: 9
crashes: yes
cause: a padding of 0 arrives as the step of a slice, which must not be 0
"""
def corr2d_strided(X, K, padding=(0, 0), stride=(1, 1)):
    X = nn.functional.pad(X, (padding[1], padding[1], padding[0], padding[0]))
    return corr2d(X, K)[::stride[0], ::stride[1]]
