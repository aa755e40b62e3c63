"""
says: 20 numbers into 4 x 6
kind: wrong
repair: 24 numbers
lines: 10
crashes: yes
cause: 20 numbers do not fill 4 x 6
"""
def exposing_case():
    X = torch.arange(20.0).reshape(4, 6) ** 2 % 7
    K = torch.tensor([[1.0, -2.0, 0.5], [4.0, 3.0, -1.0]])
    return X, K
