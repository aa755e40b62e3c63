"""
says: the example of In [4], symmetric in both
kind: wrong
repair: numbers and shapes without symmetry
lines: 9, 10
crashes: no
"""
def exposing_case():
    X = torch.tensor([[1.0, 2.0, 3.0], [2.0, 3.0, 4.0], [3.0, 4.0, 5.0]])
    K = torch.tensor([[1.0, 2.0], [2.0, 3.0]])
    return X, K
