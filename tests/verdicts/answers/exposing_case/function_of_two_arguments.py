"""
says: expects X and K as arguments
kind: wrong
repair: no arguments
lines: 9
crashes: yes
cause: the function is called without arguments
"""
def exposing_case(X, K):
    torch.manual_seed(1)
    X = torch.rand(5, 7) - 0.5
    K = torch.rand(3, 2)
    return X, K
