"""
says: K.reshape(c_in, c_out) and a transpose
kind: wrong
repair: (c_out, c_in)
lines: 10
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    c_out, c_in = K.shape[:2]
    weights = K.reshape(c_in, c_out).t()
    return torch.einsum("oc,chw->ohw", weights, X)
