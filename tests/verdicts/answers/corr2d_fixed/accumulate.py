"""
says: "Repaired" by filling Y with X first: Y = X.clone() keeps reading Y, which is being overwritten while the loop runs, so later windows see outputs instead of pixels
kind: wrong
repair: the Y[...] slice and first line, as in the twin
lines: 15, 16
crashes: yes
cause: what it says
"""
def corr2d_fixed(X, K):
    h, w = K.shape
    Y = X.clone()
    out = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            Y[i, j] = (Y[i : i + h, j : j + w] * K).sum()
            out[i, j] = Y[i, j]
    return out
