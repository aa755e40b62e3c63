"""
says: The kernel [[1, 2, 1]] reads the same backwards, so the flipped-kernel bug gives the same result
kind: wrong
repair: line K, as in the twin
lines: 10
crashes: no
"""
def exposing_case():
    X = torch.arange(20.0).reshape(4, 5) ** 2
    K = torch.tensor([[1.0, 2.0, 1.0]])
    return X, K
