"""
says: products of spectra, added over channels
kind: right
"""
def corr2d_multi_in_out(X, K):
    size = X.shape[1:]
    spectra = torch.fft.rfft2(X.double())[None] * torch.fft.rfft2(K.double(), s=size).conj()
    Y = torch.fft.irfft2(spectra.sum(1), s=size)
    return Y[:, :size[0] - K.shape[2] + 1, :size[1] - K.shape[3] + 1].float()
