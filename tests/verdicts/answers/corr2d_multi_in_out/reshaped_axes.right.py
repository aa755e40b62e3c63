"""
says: "exchanges" out and in with reshape, which mixes the kernels; repaired: leave K
kind: right
"""
def corr2d_multi_in_out(X, K):
    weight = K
    return nn.functional.conv2d(X[None], weight)[0]
