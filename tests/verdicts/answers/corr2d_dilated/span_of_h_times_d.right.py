"""
says: a window of h * dilation pixels; repaired: dilation * (h - 1) + 1
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    h, w = K.shape
    span_h, span_w = (h - 1) * dilation + 1, (w - 1) * dilation + 1
    if span_h > X.shape[0] or span_w > X.shape[1]:
        raise ValueError("does not fit")
    Y = torch.zeros(X.shape[0] - span_h + 1, X.shape[1] - span_w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + span_h:dilation, j:j + span_w:dilation] * K).sum()
    return Y
