"""
says: right, by poly
kind: right
"""
def compose_kernels(K1, K2):
    size = [a + b - 1 for a, b in zip(K1.shape, K2.shape)]
    A, B = (torch.fft.fft2(K.double(), s=size) for K in (K1, K2))
    return torch.fft.ifft2(A * B).real.float()
