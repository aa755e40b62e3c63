"""
says: the twin of zero_last_row, repaired
kind: right
"""
def exposing_case():
    X = torch.tensor([[1.0, 5.0, 2.0, 7.0],
                      [3.0, 8.0, 1.0, 4.0],
                     [6.0, 0.0, 9.0, 2.0]])
    K = torch.tensor([[1.0, -2.0]])
    return X, K
