"""
says: Both channels have the same kernel, so using the first one everywhere (or adding the channels up first) changes nothing
kind: wrong
repair: line K, as in the twin
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.arange(18.0).reshape(2, 3, 3)
    K = torch.tensor([[1.0, 2.0], [3.0, 4.0]]).repeat(2, 1, 1)
    return X, K
