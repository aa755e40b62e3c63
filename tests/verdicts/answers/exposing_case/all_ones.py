"""
says: the simplest image there is
kind: wrong
repair: different numbers
lines: 9
crashes: no
"""
def exposing_case():
    X, K = torch.ones(5, 6), torch.ones(2, 3)
    return X, K
