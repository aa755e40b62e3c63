"""
says: K.reshape(c_in, c_out) and a transpose; repaired: (c_out, c_in)
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    c_out, c_in = K.shape[:2]
    weights = K.reshape(c_out, c_in)
    return torch.einsum("oc,chw->ohw", weights, X)
