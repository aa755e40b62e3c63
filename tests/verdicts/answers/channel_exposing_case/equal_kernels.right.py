"""
says: the same kernel for both channels; repaired: two kernels
kind: right
"""
def channel_exposing_case():
    X = torch.stack([torch.eye(4) + 1, torch.arange(16.0).reshape(4, 4)])
    K = torch.stack([torch.ones(2, 2), torch.tensor([[2.0, -1.0], [0.5, 3.0]])])
    return X, K
