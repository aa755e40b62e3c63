"""
says: stacks channels of different sizes; repaired: one size
kind: right
"""
def channel_exposing_case():
    X = torch.stack([torch.arange(12.0).reshape(3, 4).flip(0), torch.arange(12.0).reshape(3, 4)])
    K = torch.stack([torch.ones(2, 2), torch.eye(2)])
    return X, K
