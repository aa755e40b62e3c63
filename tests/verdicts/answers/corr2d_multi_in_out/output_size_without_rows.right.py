"""
says: takes h and w from K.shape[1:]; repaired: K.shape[2:]
kind: right
"""
def corr2d_multi_in_out(X, K):
    h, w = K.shape[2:]
    Y = torch.zeros(len(K), X.shape[1] - h + 1, X.shape[2] - w + 1)
    for o in range(len(K)):
        for x, k in zip(X, K[o]):
            Y[o] += corr2d(x, k)
    return Y
