"""
says: the twin of same_kernel, repaired
kind: right
"""
def channel_exposing_case():
    X = torch.arange(18.0).reshape(2, 3, 3)
    K = torch.tensor([[[1.0, 2.0], [3.0, 4.0]], [[2.0, -1.0], [0.0, 7.0]]])
    return X, K
