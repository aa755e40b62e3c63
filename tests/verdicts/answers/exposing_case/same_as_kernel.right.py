"""
says: the twin of same_as_kernel, repaired
kind: right
"""
def exposing_case():
    X = torch.tensor([[3.0, 1.0, 4.0], [1.0, 5.0, 9.0], [2.0, 6.0, 5.0], [3.0, 5.0, 8.0]])
    K = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    return X, K
