"""
says: forgets the channel axis; repaired: three axes
kind: right
"""
def channel_exposing_case():
    X = torch.arange(24.0).reshape(2, 3, 4)
    K = torch.tensor([[[1.0, -2.0]], [[4.0, 0.5]]])
    return X, K
