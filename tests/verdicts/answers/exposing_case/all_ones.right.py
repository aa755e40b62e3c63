"""
says: the simplest image there is; repaired: different numbers
kind: right
"""
def exposing_case():
    X, K = torch.arange(30.0).reshape(5, 6).cos(), torch.arange(1.0, 7.0).reshape(2, 3)
    return X, K
