"""
says: the twin of first_zero, repaired
kind: right
"""
def channel_exposing_case():
    X = torch.arange(1.0, 25.0).reshape(2, 3, 4)
    K = torch.tensor([[[1.0, 2.0], [3.0, -4.0]], [[5.0, 6.0], [0.0, 2.0]]])
    return X, K
