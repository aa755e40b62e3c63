"""
says: refuses kernels that fit, through a comparison the wrong way round
kind: wrong
repair: K larger than X
lines: 12
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("not 2-D")
    h, w = K.shape
    if X.shape[0] > h or X.shape[1] > w:
        raise ValueError("K does not fit")
    return nn.functional.conv2d(X.to(torch.float64)[None, None], K.to(torch.float64)[None, None])[0, 0]
