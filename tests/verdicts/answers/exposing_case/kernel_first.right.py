"""
says: returns K, X; repaired: X, K
kind: right
"""
def exposing_case():
    torch.manual_seed(4)
    image, kernel = torch.randn(6, 9), torch.randn(2, 3)
    return image, kernel
