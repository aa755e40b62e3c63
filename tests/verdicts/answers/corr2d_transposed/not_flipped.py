"""
says: Spreads and pads the image and correlates with K as it is; the stamps need the kernel flipped
kind: wrong
repair: return, as in the twin
lines: 13
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    spread = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = X
    padded = nn.functional.pad(spread, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(padded, K)
