"""
says: a kernel of a single 1
kind: wrong
repair: a kernel of uneven numbers
lines: 10
crashes: no
"""
def exposing_case():
    X = torch.arange(12.0).reshape(3, 4)
    K = torch.tensor([[1.0]])
    return X, K
