"""
says: dilation holes between neighbors, one too many; repaired: dilation - 1 holes
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    step = dilation
    spread = K.new_zeros((K.shape[0] - 1) * step + 1, (K.shape[1] - 1) * step + 1)
    spread[::step, ::step] = K
    return corr2d(X, spread)
