"""
says: spreads X, pads by h - 1 and correlates, without turning the kernel; repaired: K turned by 180 degrees
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    H, W = X.shape
    h, w = K.shape
    spread = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = X
    framed = nn.functional.pad(spread, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(framed, K.flip(0, 1))
