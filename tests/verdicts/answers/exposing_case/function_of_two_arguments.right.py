"""
says: expects X and K as arguments; repaired: no arguments
kind: right
"""
def exposing_case():
    torch.manual_seed(1)
    X = torch.rand(5, 7) - 0.5
    K = torch.rand(3, 2)
    return X, K
