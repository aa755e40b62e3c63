"""
says: a product of spectra, cropped
kind: right
"""
def convolve2d(X, K):
    size = X.shape
    product = torch.fft.fft2(X.to(torch.complex128)) * torch.fft.fft2(K.to(torch.complex128), s=size)
    return torch.fft.ifft2(product).real[K.shape[0] - 1:, K.shape[1] - 1:].float()
