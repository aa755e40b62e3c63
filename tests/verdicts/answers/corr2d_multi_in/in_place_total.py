"""
says: adds in place to an int total of X's type
kind: wrong
repair: starts from 0
lines: 13
crashes: yes
cause: an integer total takes no fractions
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    H, W = X.shape[1] - K.shape[1] + 1, X.shape[2] - K.shape[2] + 1
    total = torch.zeros(H, W, dtype=K.dtype)
    for x, k in zip(X, K):
        total += corr2d(x, k)
    return total
