"""
says: the first channel is black
kind: wrong
repair: fill it
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.arange(40.0).reshape(2, 4, 5).sqrt()
    X[0] = 0
    K = torch.tensor([[[1.0, 2.0]], [[-3.0, 5.0]]])
    return X, K
