"""
says: the twin of accumulate, repaired
kind: right
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = X.clone()
    out = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (Y[i : i + h, j : j + w] * K).sum()
    return out
