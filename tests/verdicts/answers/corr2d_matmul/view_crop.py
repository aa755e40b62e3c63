"""
says: X.view(-1) needs contiguous memory: a sliced or transposed image is a RuntimeError
kind: wrong
repair: the last-but-one line, as in the twin
lines: 16
crashes: yes
cause: what it says
"""
def corr2d_matmul(X, K):
    H, W = X.shape
    h, w = K.shape
    if h > H or w > W:
        raise ValueError("kernel larger than image")
    T = torch.stack([nn.functional.pad(K, (j, W - w - j, i, H - h - i)).reshape(-1)
                     for i in range(H - h + 1) for j in range(W - w + 1)])
    x = X.view(-1)
    return (T @ x).view(H - h + 1, W - w + 1)
