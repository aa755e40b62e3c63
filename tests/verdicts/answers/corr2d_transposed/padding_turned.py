"""
says: pads rows by w - 1 and columns by h - 1
kind: wrong
repair: the other way round
lines: 12
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    spread = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = X
    around = (h - 1, h - 1, w - 1, w - 1)
    framed = nn.functional.pad(spread, around)
    windows = framed.unfold(0, min(h, framed.shape[0]), 1).unfold(1, min(w, framed.shape[1]), 1)
    return (windows * K.flip(0, 1)[:windows.shape[2], :windows.shape[3]]).sum((2, 3))
