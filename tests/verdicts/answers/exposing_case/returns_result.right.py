"""
says: the twin of returns_result, repaired
kind: right
"""
def exposing_case():
    X = torch.arange(30.0).reshape(5, 6) ** 2
    K = torch.tensor([[1.0, -2.0, 0.5], [3.0, 0.0, 4.0]])
    return X, K
