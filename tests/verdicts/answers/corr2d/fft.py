"""
says: right, by fft
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("not 2-D")
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]:
        raise ValueError("K too large")
    size = X.shape
    spectrum = torch.fft.rfft2(X.double()) * torch.fft.rfft2(K.double(), s=size).conj()
    whole = torch.fft.irfft2(spectrum, s=size)
    kind = torch.promote_types(torch.result_type(X, K), torch.float32)
    return whole[: size[0] - h + 1, : size[1] - w + 1].to(kind)
