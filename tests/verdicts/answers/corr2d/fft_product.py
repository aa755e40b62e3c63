"""
says: multiplies the spectra, in float64
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("X and K must be 2-D")
    (H, W), (h, w) = X.shape, K.shape
    if h > H or w > W:
        raise ValueError("K does not fit in X")
    spectrum = torch.fft.rfft2(X.double()) * torch.fft.rfft2(K.double(), s=(H, W)).conj()
    return torch.fft.irfft2(spectrum, s=(H, W))[:H - h + 1, :W - w + 1].to(torch.get_default_dtype())
