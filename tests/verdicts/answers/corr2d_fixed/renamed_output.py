"""
says: renames the output to Z, but not in the return
kind: wrong
repair: return Z
lines: 15
crashes: yes
cause: the name Y is never defined in the function
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Z = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            Z[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
