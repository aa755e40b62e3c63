"""
says: The output (2 x 2) is exactly as large as the kernel, so looping over the kernel's size happens to be right
kind: wrong
repair: line X, as in the twin
lines: 9
crashes: no
"""
def exposing_case():
    X = torch.tensor([[3.0, 1.0, 4.0], [1.0, 5.0, 9.0], [2.0, 6.0, 5.0]])
    K = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    return X, K
