"""
says: The rows of X have different lengths, so torch.tensor raises an error
kind: wrong
repair: line X, as in the twin
lines: 10
crashes: yes
cause: what it says
"""
def exposing_case():
    X = torch.tensor([[1.0, 2, 3, 4], [5, 6, 7], [8, 9, 1, 2], [4, 0, 3, 6]])
    return X, torch.tensor([[1.0, 2], [3, 5]])
