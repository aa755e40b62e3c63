"""
says: the twin of last_channel_zero_kernel, repaired
kind: right
"""
def channel_exposing_case():
    X = torch.arange(24.0).reshape(2, 3, 4) + 1
    K = torch.stack([torch.tensor([[2.0, 0.0], [1.0, -1.0]]), torch.tensor([[1.0, 2.0], [3.0, 5.0]])])
    return X, K
