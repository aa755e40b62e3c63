"""
says: only the last channel's kernel is not zero
kind: wrong
repair: kernels of ones, twos and threes
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.randn(3, 5, 6)
    K = torch.zeros(3, 2, 2)
    K[-1] = torch.tensor([[1.0, -2.0], [0.5, 3.0]])
    return X, K
