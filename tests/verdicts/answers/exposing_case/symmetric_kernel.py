"""
says: a random image but a kernel equal to its transpose
kind: wrong
repair: an asymmetric one
lines: 10
crashes: no
"""
def exposing_case():
    X = torch.arange(20.0).reshape(4, 5) ** 2
    K = torch.tensor([[1.0, 2.0], [2.0, 1.0]])
    return X, K
