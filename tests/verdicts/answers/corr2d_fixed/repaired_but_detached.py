"""
says: reads X, and wraps the loop in no_grad because writing into Y looked dangerous
kind: wrong
repair: leave the loop to autograd
lines: 11
crashes: no
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    with torch.no_grad():
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
