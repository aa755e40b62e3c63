"""
says: the twin of spread_not_flipped, repaired
kind: right
"""
def corr2d_transposed(X, K, stride=1):
    h, w = K.shape
    S = torch.zeros((X.shape[0] - 1) * stride + 1, (X.shape[1] - 1) * stride + 1)
    S[::stride, ::stride] = X
    S = nn.functional.pad(S, (w - 1, w - 1, h - 1, h - 1))
    return corr2d(S, K.flip(0, 1))
