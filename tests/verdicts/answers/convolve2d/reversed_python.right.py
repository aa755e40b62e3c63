"""
says: reverses with reversed(); repaired: flip both axes
kind: right
"""
def convolve2d(X, K):
    K = torch.tensor(list(reversed([list(reversed(row)) for row in K.tolist()])))
    return corr2d(X, K)
