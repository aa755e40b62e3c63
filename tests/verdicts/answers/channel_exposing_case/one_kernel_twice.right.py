"""
says: the twin of one_kernel_twice, repaired
kind: right
"""
def channel_exposing_case():
    X = torch.randn(2, 4, 5)
    return X, torch.randn(2, 2, 2)
