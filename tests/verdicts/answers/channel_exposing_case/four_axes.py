"""
says: K has four axes (an output axis too many), 3-D was asked for
kind: wrong
repair: line K, as in the twin
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.stack([torch.eye(3), 1 + torch.arange(9.0).view(3, 3), torch.ones(3, 3)])
    K = torch.arange(12.0).reshape(1, 3, 2, 2)
    return X, K
