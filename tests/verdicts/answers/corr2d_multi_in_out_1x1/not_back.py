"""
says: The channels are moved to the end for the product and never moved back
kind: wrong
repair: return, as in the twin
lines: 11
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    last = X.permute(1, 2, 0)
    mixed = last @ K[:, :, 0, 0].T
    return mixed
