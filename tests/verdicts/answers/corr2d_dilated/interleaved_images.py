"""
says: splits the image into d x d thinned ones, correlates each, weaves the results
kind: right
"""
def corr2d_dilated(X, K, dilation=1):
    d = dilation
    H, W = X.shape[0] - d * (K.shape[0] - 1), X.shape[1] - d * (K.shape[1] - 1)
    if H < 1 or W < 1:
        raise ValueError("does not fit")
    Y = torch.zeros(H, W)
    for r in range(min(d, H)):
        for c in range(min(d, W)):
            Y[r::d, c::d] = corr2d(X[r::d, c::d], K)
    return Y
