"""
says: the twin of four_axes_k, repaired
kind: right
"""
def channel_exposing_case():
    X = torch.randn(3, 5, 6)
    K = torch.randn(3, 2, 2)
    return X, K
