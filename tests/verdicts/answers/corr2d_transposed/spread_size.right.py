"""
says: the twin of spread_size, repaired
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    H, W = X.shape
    h, w = K.shape
    spread = X.new_zeros((H - 1) * stride + 1, (W - 1) * stride + 1)
    spread[::stride, ::stride] = X
    return nn.functional.conv2d(spread[None, None], K.flip(0, 1)[None, None], padding=(h - 1, w - 1))[0, 0]
