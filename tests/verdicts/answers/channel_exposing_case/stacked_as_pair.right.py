"""
says: the twin of stacked_as_pair, repaired
kind: right
"""
def channel_exposing_case():
    X = torch.randn(2, 5, 4)
    K = torch.randn(2, 2, 3)
    return X, K
