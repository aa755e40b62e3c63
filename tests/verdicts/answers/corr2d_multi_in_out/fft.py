"""
says: by FFT, in float64
kind: right
"""
def corr2d_multi_in_out(X, K):
    (H, W), (h, w) = X.shape[1:], K.shape[2:]
    spectrum = torch.fft.rfft2(X.double(), s=(H, W))
    kernels = torch.fft.rfft2(K.double(), s=(H, W))
    Y = torch.fft.irfft2((spectrum[None] * kernels.conj()).sum(1), s=(H, W))
    return Y[:, :H - h + 1, :W - w + 1].to(X.dtype)
