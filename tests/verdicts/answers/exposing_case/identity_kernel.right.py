"""
says: a kernel of a single 1; repaired: a kernel of uneven numbers
kind: right
"""
def exposing_case():
    X = torch.arange(12.0).reshape(3, 4)
    K = torch.tensor([[1.0, -2.0], [0.5, 4.0]])[:, :2]
    return X, K
