"""
says: dilation holes between neighbors, one too many
kind: wrong
repair: dilation - 1 holes
lines: 9
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    step = dilation + 1 if dilation > 1 else 1
    spread = K.new_zeros((K.shape[0] - 1) * step + 1, (K.shape[1] - 1) * step + 1)
    spread[::step, ::step] = K
    return corr2d(X, spread)
