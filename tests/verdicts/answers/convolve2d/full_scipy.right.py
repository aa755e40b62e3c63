"""
says: the twin of full_scipy, repaired
kind: right
"""
def convolve2d(X, K):
    from scipy.signal import convolve2d as conv

    return torch.from_numpy(conv(X.numpy(), K.numpy(), mode="valid"))
