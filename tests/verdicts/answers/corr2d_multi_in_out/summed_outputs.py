"""
says: adds the output maps up
kind: wrong
repair: keeps them apart
lines: 9
crashes: no
"""
def corr2d_multi_in_out(X, K):
    return sum(corr2d_multi_in(X, k) for k in K)[None]
