"""
says: lays the channels side by side and correlates once, with a stride of a whole image
kind: right
"""
def corr2d_multi_in(X, K):
    c, H, W = X.shape
    if K.shape[0] != c:
        raise ValueError("channels do not match")
    h, w = K.shape[1:]
    total = torch.zeros(H - h + 1, W - w + 1, dtype=torch.float64)
    for n in range(c * h * w):
        channel, a, b = n // (h * w), n // w % h, n % w
        total += X[channel, a:a + H - h + 1, b:b + W - w + 1].double() * K[channel, a, b].item()
    return total
