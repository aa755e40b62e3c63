"""
says: multiplies the window with the kernel and forgets to add up
kind: wrong
repair: add .sum()
lines: 19
crashes: yes
cause: a whole grid of products is stored where one number belongs
"""
def corr2d(X, K):
    if X.ndim != 2 or K.ndim != 2:
        raise ValueError(f"expected 2-D, got {X.ndim}-D and {K.ndim}-D")
    H, W = X.shape
    h, w = K.shape
    if H < h or W < w:
        raise ValueError("kernel larger than image")
    out = torch.zeros(H - h + 1, W - w + 1)
    for r in range(H - h + 1):
        for c in range(W - w + 1):
            out[r, c] = X[r:r + h, c:c + w] * K
    return out
