"""
says: FFT with enough room
kind: right
"""
def compose_kernels(K1, K2):
    size = [a + b - 1 for a, b in zip(K1.shape, K2.shape)]
    return torch.fft.irfft2(torch.fft.rfft2(K1, s=size) * torch.fft.rfft2(K2, s=size), s=size)
