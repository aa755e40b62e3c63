"""
says: The last row of X is zeros and the kernel has one row, so the last output row is 0 anyway and a never computed last row does not show
kind: wrong
repair: line X, as in the twin
lines: 11
crashes: no
"""
def exposing_case():
    X = torch.tensor([[1.0, 5.0, 2.0, 7.0],
                      [3.0, 8.0, 1.0, 4.0],
                     [0.0, 0.0, 0.0, 0.0]])
    K = torch.tensor([[1.0, -2.0]])
    return X, K
