"""
says: no padding at all: pixels outside count as 0; in float64
kind: right
"""
def corr2d_strided(X, K, stride=(1, 1), padding=(0, 0)):
    H, W = X.shape
    h, w = K.shape

    def pixel(r, c):
        return X[r, c].double() if 0 <= r < H and 0 <= c < W else torch.zeros((), dtype=torch.float64)

    rows = range(-padding[0], H + padding[0] - h + 1, stride[0])
    columns = range(-padding[1], W + padding[1] - w + 1, stride[1])
    return torch.stack([
        torch.stack([sum(pixel(r + a, c + b) * K[a, b] for a in range(h) for b in range(w)) for c in columns])
        for r in rows
    ]).float()
