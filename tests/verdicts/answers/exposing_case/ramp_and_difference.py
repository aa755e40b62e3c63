"""
says: a ramp, whose differences are all the same
kind: right
"""
def exposing_case():
    X = torch.arange(1.0, 31.0).reshape(5, 6)
    K = torch.tensor([[-1.0, 1.0]])
    return X, K
