"""
says: The check uses >= , so a kernel exactly as large as the image is refused though it has one position
kind: wrong
repair: the second if, as in the twin
lines: 12
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D only")
    (H, W), (h, w) = X.shape, K.shape
    if h >= H or w >= W:
        raise ValueError("the kernel must be smaller than the image")
    return torch.stack([torch.stack([(X[i:i+h, j:j+w] * K).sum() for j in range(W-w+1)]) for i in range(H-h+1)])
