"""
says: pads the image and correlates, the kernel not flipped; repaired: flip it
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    spread = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = X
    spread = nn.functional.pad(spread, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(spread, K.flip(0, 1))
