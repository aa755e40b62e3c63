"""
says: returns a list of maps
kind: wrong
repair: stacks them
lines: 9
crashes: no
"""
def corr2d_multi_in_out(X, K):
    return [corr2d_multi_in(X, k) for k in K]
