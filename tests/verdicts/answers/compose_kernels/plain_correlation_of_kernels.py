"""
says: corr2d(K1, K2)
kind: wrong
repair: the full convolution
lines: 10
crashes: yes
cause: the second kernel need not fit in the first; where it does the result is too small
"""
def compose_kernels(K1, K2):
    return corr2d(K1, K2)
