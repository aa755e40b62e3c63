"""
says: the twin of symmetric_kernel, repaired
kind: right
"""
def exposing_case():
    X = torch.arange(20.0).reshape(4, 5) ** 2
    K = torch.tensor([[1.0, 2.0], [3.0, -1.0]])
    return X, K
