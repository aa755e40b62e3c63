"""
says: the twin of rows_of_the_kernel_twice, repaired
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    out = torch.zeros(X.size(0) - h + 1, X.size(1) - w + 1)
    for r in range(out.size(0)):
        for c in range(out.size(1)):
            out[r, c] = torch.sum(X[r:r + h, c:c + w] * K)
    return out
