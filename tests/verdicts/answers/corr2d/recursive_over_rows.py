"""
says: the first row of the output, then the rest of the image by recursion
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K does not fit in X")
    first = torch.stack([(X[:h, j:j + w] * K).sum() for j in range(X.shape[1] - w + 1)])[None]
    return first if X.shape[0] == h else torch.cat([first, corr2d(X[1:], K)])
