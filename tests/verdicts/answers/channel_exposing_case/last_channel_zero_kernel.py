"""
says: channel 0 meets a kernel of zeros
kind: wrong
repair: other numbers
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.arange(24.0).reshape(2, 3, 4) + 1
    K = torch.stack([torch.zeros(2, 2), torch.tensor([[1.0, 2.0], [3.0, 5.0]])])
    return X, K
