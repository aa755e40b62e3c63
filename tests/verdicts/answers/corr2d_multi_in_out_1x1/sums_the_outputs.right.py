"""
says: einsum that adds over the outputs and keeps the inputs; repaired: oc,chw->ohw
kind: right
"""
def corr2d_multi_in_out_1x1(X, K):
    weights = K[..., 0, 0]
    return torch.einsum("oc,chw->ohw", weights, X)
