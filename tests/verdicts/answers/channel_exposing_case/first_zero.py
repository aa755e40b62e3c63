"""
says: All channels but the last are zeros, so "only the last channel counts" gives the right sum
kind: wrong
repair: line X, as in the twin
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.arange(1.0, 25.0).reshape(2, 3, 4)
    X[0] = 0
    K = torch.tensor([[[1.0, 2.0], [3.0, -4.0]], [[5.0, 6.0], [0.0, 2.0]]])
    return X, K
