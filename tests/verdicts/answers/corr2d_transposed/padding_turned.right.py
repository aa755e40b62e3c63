"""
says: pads rows by w - 1 and columns by h - 1; repaired: the other way round
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    (H, W), (h, w) = X.shape, K.shape
    spread = torch.zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = X
    around = (w - 1, w - 1, h - 1, h - 1)
    framed = nn.functional.pad(spread, around)
    windows = framed.unfold(0, min(h, framed.shape[0]), 1).unfold(1, min(w, framed.shape[1]), 1)
    return (windows * K.flip(0, 1)[:windows.shape[2], :windows.shape[3]]).sum((2, 3))
