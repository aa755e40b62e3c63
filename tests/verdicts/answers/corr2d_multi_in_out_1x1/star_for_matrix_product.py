"""
says: K * X for the matrix product
kind: wrong
repair: @
lines: 13
crashes: yes
cause: * multiplies number by number, and the shapes do not fit
"""
def corr2d_multi_in_out_1x1(X, K):
    c_in, H, W = X.shape
    flat = X.flatten(1)
    weights = K.flatten(1)
    return (weights * flat).reshape(len(K), H, W)
