"""
says: the twin of not_flipped, repaired
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    spread = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = X
    padded = nn.functional.pad(spread, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(padded, K.flip([0, 1]))
