"""
says: the twin of four_axes, repaired
kind: right
"""
def channel_exposing_case():
    X = torch.stack([torch.eye(3), 1 + torch.arange(9.0).view(3, 3), torch.ones(3, 3)])
    K = torch.arange(12.0).reshape(3, 2, 2)
    return X, K
