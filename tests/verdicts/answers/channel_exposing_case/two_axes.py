"""
says: forgets the channel axis
kind: wrong
repair: three axes
lines: 9, 10
crashes: no
"""
def channel_exposing_case():
    X = torch.arange(12.0).reshape(3, 4)
    K = torch.tensor([[1.0, -2.0]])
    return X, K
