"""
says: = where += belongs; repaired: +=
kind: right
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels do not match")
    Y = torch.zeros(X.shape[1] - K.shape[1] + 1, X.shape[2] - K.shape[2] + 1)
    for c in range(len(X)):
        Y += corr2d(X[c], K[c])
    return Y
