"""
says: Tensor.unfold whose step is the kernel's size
kind: wrong
repair: step 1
lines: 12
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    h, w = K.shape
    windows = X.unfold(0, h, h).unfold(1, w, w)
    return (windows * K).sum(dim=(2, 3))
