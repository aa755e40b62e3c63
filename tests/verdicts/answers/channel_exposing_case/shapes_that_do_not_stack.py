"""
says: stacks channels of different sizes
kind: wrong
repair: one size
lines: 10
crashes: yes
cause: torch.stack wants equal sizes
"""
def channel_exposing_case():
    X = torch.stack([torch.arange(9.0).reshape(3, 3), torch.arange(12.0).reshape(3, 4)])
    K = torch.stack([torch.ones(2, 2), torch.eye(2)])
    return X, K
