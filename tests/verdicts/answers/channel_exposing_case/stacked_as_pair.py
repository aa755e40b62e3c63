"""
says: returns one tensor of both
kind: wrong
repair: a pair
lines: 12
crashes: yes
cause: other shapes cannot be stacked
"""
def channel_exposing_case():
    X = torch.randn(2, 5, 4)
    K = torch.randn(2, 2, 3)
    return torch.stack([X, K])
