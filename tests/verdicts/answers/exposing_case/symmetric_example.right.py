"""
says: the example of In [4], symmetric in both; repaired: numbers and shapes without symmetry
kind: right
"""
def exposing_case():
    X = torch.tensor([[1.0, 2.0, 3.0, 7.0, 1.0], [2.0, -3.0, 4.0, 5.0, 8.0], [3.0, 4.0, 5.0, -2.0, 6.0], [9.0, 0.0, 1.0, 1.0, 2.0]])
    K = torch.tensor([[1.0, 2.0, -4.0], [5.0, 3.0, 6.0]])
    return X, K
