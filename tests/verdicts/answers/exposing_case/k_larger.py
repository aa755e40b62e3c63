"""
says: the kernel is larger than the image
kind: wrong
repair: fits
lines: 9, 10
crashes: no
"""
def exposing_case():
    X = torch.randn(2, 2)
    K = torch.randn(3, 3)
    return X, K
