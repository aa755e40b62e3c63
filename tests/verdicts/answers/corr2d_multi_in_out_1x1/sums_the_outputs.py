"""
says: einsum that adds over the outputs and keeps the inputs
kind: wrong
repair: oc,chw->ohw
lines: 10
crashes: no
"""
def corr2d_multi_in_out_1x1(X, K):
    weights = K[..., 0, 0]
    return torch.einsum("oc,chw->chw", weights, X)
