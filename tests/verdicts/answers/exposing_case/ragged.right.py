"""
says: the twin of ragged, repaired
kind: right
"""
def exposing_case():
    X = torch.tensor([[1.0, 2, 3, 4], [5, 6, 7, 5], [8, 9, 1, 2], [4, 0, 3, 6]])
    return X, torch.tensor([[1.0, 2], [3, 5]])
