"""
says: kernels with an output axis as well
kind: wrong
repair: three axes
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.randn(3, 5, 6)
    K = torch.randn(1, 3, 2, 2)
    return X, K
