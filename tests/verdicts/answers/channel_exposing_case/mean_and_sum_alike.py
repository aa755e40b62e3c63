"""
says: the kernels cancel each other, so the sum is 0 everywhere, and so is the mean
kind: wrong
repair: a second kernel that does not cancel the first
lines: 10
crashes: no
"""
def channel_exposing_case():
    X = torch.arange(20.0).reshape(4, 5).repeat(2, 1, 1)
    K = torch.tensor([[[1.0, 2.0], [3.0, 4.0]], [[-1.0, -2.0], [-3.0, -4.0]]])
    return X, K
