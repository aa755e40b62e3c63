"""
says: returns K, X
kind: wrong
repair: X, K
lines: 11
crashes: no
"""
def exposing_case():
    torch.manual_seed(4)
    image, kernel = torch.randn(6, 9), torch.randn(2, 3)
    return kernel, image
