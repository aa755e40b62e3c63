"""
says: "exchanges" out and in with reshape, which mixes the kernels
kind: wrong
repair: leave K
lines: 9
crashes: no
"""
def corr2d_multi_in_out(X, K):
    weight = K.transpose(0, 1).reshape(K.shape)
    return nn.functional.conv2d(X[None], weight)[0]
