"""
says: K is wider than X
kind: wrong
repair: an image that is wider
lines: 10
crashes: no
"""
def exposing_case():
    torch.manual_seed(1)
    X = torch.randn(4, 2)
    K = torch.randn(2, 3)
    return X, K
