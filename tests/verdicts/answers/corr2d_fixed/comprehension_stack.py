"""
says: a comprehension, stacked twice, in float64
kind: right
"""
def corr2d_fixed(X, K):
    X, K = X.double(), K.double()
    (h, w), (H, W) = K.shape, X.shape
    return torch.stack([
        torch.stack([(X[i:i + h, j:j + w] * K).sum() for j in range(W - w + 1)])
        for i in range(H - h + 1)
    ])
