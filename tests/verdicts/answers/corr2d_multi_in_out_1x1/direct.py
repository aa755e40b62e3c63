"""
says: K @ X multiplies the last two axes (1 x 1 by H x W): shapes do not fit; the matrix product must run over the channels
kind: wrong
repair: return, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def corr2d_multi_in_out_1x1(X, K):
    return K @ X
