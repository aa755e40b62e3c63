"""
says: K is wider than X; repaired: an image that is wider
kind: right
"""
def exposing_case():
    torch.manual_seed(1)
    X = torch.randn(4, 7)
    K = torch.randn(2, 3)
    return X, K
