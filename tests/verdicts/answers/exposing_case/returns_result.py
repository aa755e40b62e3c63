"""
says: returns corr2d's result as well
kind: wrong
repair: X and K
lines: 12
crashes: yes
cause: three are no pair
"""
def exposing_case():
    X = torch.arange(30.0).reshape(5, 6) ** 2
    K = torch.tensor([[1.0, -2.0, 0.5], [3.0, 0.0, 4.0]])
    return X, K, corr2d(X, K)
