"""
says: pads rows by w - 1 and columns by h - 1
kind: wrong
repair: the other way round
lines: 13
crashes: yes
cause: the frame around the image is too small for a tall kernel
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    spread = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = X
    framed = nn.functional.pad(spread, (h - 1, h - 1, w - 1, w - 1))
    return corr2d(framed, K.flip(0, 1))
