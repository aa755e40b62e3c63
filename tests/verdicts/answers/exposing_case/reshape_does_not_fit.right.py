"""
says: 20 numbers into 4 x 6; repaired: 24 numbers
kind: right
"""
def exposing_case():
    X = torch.arange(24.0).reshape(4, 6) ** 2 % 7
    K = torch.tensor([[1.0, -2.0, 0.5], [4.0, 3.0, -1.0]])
    return X, K
