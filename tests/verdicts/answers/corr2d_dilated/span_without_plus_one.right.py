"""
says: the span is d (k - 1), one too small; repaired: plus 1
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    span_h, span_w = dilation * (h - 1), dilation * (w - 1)
    if span_h + 1 > X.shape[0] or span_w + 1 > X.shape[1]:
        raise ValueError("does not fit")
    Y = torch.zeros(X.shape[0] - span_h, X.shape[1] - span_w)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + span_h + 1:dilation, j:j + span_w + 1:dilation] * K).sum()
    return Y
