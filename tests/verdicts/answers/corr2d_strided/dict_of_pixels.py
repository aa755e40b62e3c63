"""
says: reads pixels from a dict, and 0 outside
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    (H, W), (h, w) = X.shape, K.shape
    pixels = {(r, c): X[r, c] for r in range(H) for c in range(W)}
    rows = range(-padding[0], H + padding[0] - h + 1, stride[0])
    columns = range(-padding[1], W + padding[1] - w + 1, stride[1])
    return torch.tensor([
        [
            sum(float(pixels.get((r + a, c + b), 0.0) * K[a, b]) for a in range(h) for b in range(w))
            for c in columns
        ]
        for r in rows
    ])
