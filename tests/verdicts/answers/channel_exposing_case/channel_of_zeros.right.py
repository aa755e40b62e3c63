"""
says: the first channel is black; repaired: fill it
kind: right
"""
def channel_exposing_case():
    X = torch.arange(40.0).reshape(2, 4, 5).sqrt()
    X[0] = X[0] - 7
    K = torch.tensor([[[1.0, 2.0]], [[-3.0, 5.0]]])
    return X, K
