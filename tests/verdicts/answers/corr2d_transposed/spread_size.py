"""
says: The spread image is made too large for the stamps ((H * stride) instead of (H - 1) * stride + 1): extra rows and columns of zeros in the result, so the shape is wrong (stride > 1)
kind: wrong
repair: spread line, as in the twin
lines: 11
crashes: no
"""
def corr2d_transposed(X, K, stride=1):
    H, W = X.shape
    h, w = K.shape
    spread = X.new_zeros(H * stride, W * stride)
    spread[::stride, ::stride] = X
    return nn.functional.conv2d(spread[None, None], K.flip(0, 1)[None, None], padding=(h - 1, w - 1))[0, 0]
