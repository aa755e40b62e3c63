"""
says: flips the kernel because "convolution" does
kind: wrong
repair: leave the kernel as it is
lines: 13
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("need two axes each")
    if (torch.tensor(K.shape) > torch.tensor(X.shape)).any():
        raise ValueError("K does not fit in X")
    K = torch.flip(K, dims=[0, 1])
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return (windows * K).sum(dim=(2, 3))
