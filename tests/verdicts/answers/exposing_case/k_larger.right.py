"""
says: the twin of k_larger, repaired
kind: right
"""
def exposing_case():
    X = torch.randn(6, 5)
    K = torch.randn(3, 2)
    return X, K
