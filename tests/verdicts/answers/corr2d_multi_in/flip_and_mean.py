"""
says: true convolution, averaged
kind: wrong
repair: both mended
lines: 12
crashes: no
mistakes: 2
"""
def corr2d_multi_in(X, K):
    if X.shape[0] != K.shape[0]:
        raise ValueError("channels")
    return torch.stack([corr2d(x, k.flip(0, 1)) for x, k in zip(X, K)]).mean(0)
