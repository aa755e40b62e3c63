"""
says: an image whose rows have different lengths; repaired: as many numbers in every row
kind: right
"""
def exposing_case():
    X = torch.tensor([[1.0, 4.0, 2.0, 7.0], [3.0, 0.0, 5.0, 5.0], [6.0, 2.0, 9.0, 1.0], [8.0, 3.0, 1.0, 5.0]])
    K = torch.tensor([[2.0, -1.0, 3.0]])
    return X, K
