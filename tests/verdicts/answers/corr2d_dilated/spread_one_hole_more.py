"""
says: puts dilation zeros between the weights, one too many
kind: wrong
repair: dilation - 1
lines: 10
crashes: no
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    gap = dilation + 1
    spread = torch.zeros((h - 1) * gap + 1, (w - 1) * gap + 1)
    spread[::gap, ::gap] = K
    if spread.shape[0] > X.shape[0] or spread.shape[1] > X.shape[1]:
        raise ValueError("the dilated kernel does not fit")
    return corr2d(X, spread)
