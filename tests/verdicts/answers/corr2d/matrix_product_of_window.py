"""
says: takes @ for "multiply each pixel by the number that lies on it"
kind: wrong
repair: * in place of @
lines: 21
crashes: yes
cause: @ is the matrix product of window and kernel, which exists for square kernels only
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("2-D!")
    kh, kw = K.shape
    oh = X.shape[0] - kh + 1
    ow = X.shape[1] - kw + 1
    if oh <= 0 or ow <= 0:
        raise ValueError("does not fit")
    res = torch.zeros(oh, ow)
    for a in range(oh):
        for b in range(ow):
            patch = X[a:a + kh, b:b + kw]
            res[a, b] = torch.sum(patch @ K)
    return res
