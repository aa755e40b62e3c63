"""
says: two channels with the same kernel
kind: wrong
repair: different ones
lines: 10, 11
crashes: no
"""
def channel_exposing_case():
    X = torch.randn(2, 4, 5)
    k = torch.tensor([[1.0, -2.0], [3.0, 4.0]])
    return X, torch.stack([k, k])
