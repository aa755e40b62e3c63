"""
says: flattens window and kernel, but the window is cut one column too wide
kind: wrong
repair: w columns
lines: 17
crashes: yes
cause: more numbers than the kernel has
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("K does not fit, or not 2-D")
    h, w = K.shape
    H, W = X.shape
    out = torch.zeros(H - h + 1, W - w + 1)
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            window = X[i:i + h, j:j + w + 1]
            out[i, j] = torch.dot(window.flatten().float(), K.flatten().float())
    return out
