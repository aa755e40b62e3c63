"""
says: SciPy's default size, the full one
kind: wrong
repair: mode valid
lines: 11
crashes: no
"""
def convolve2d(X, K):
    from scipy.signal import convolve2d as conv

    return torch.from_numpy(conv(X.numpy(), K.numpy()))
