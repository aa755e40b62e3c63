"""
says: reads the windows out of the flat image, X.view(-1)
kind: wrong
repair: reshape in place of view
lines: 16
crashes: yes
cause: a transposed or sliced image cannot be viewed flat without a copy
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D")
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("too large")
    pixels = X.view(-1)
    rows = []
    for i in range(H - h + 1):
        for j in range(W - w + 1):
            index = torch.tensor([[(i + a) * W + j + b for b in range(w)] for a in range(h)])
            rows.append((pixels[index] * K).sum())
    return torch.stack(rows).reshape(H - h + 1, W - w + 1)
