"""
says: does not fold the result back; repaired: reshape to rows and columns
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    return (K.flatten(1) @ X.flatten(1)).unflatten(1, X.shape[1:])
