"""
says: the same kernel for both channels
kind: wrong
repair: two kernels
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.stack([torch.eye(4) + 1, torch.arange(16.0).reshape(4, 4)])
    K = torch.ones(2, 2, 2)
    return X, K
