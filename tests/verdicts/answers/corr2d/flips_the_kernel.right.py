"""
says: flips the kernel because "convolution" does; repaired: leave the kernel as it is
kind: right
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2:
        raise ValueError("need two axes each")
    if (torch.tensor(K.shape) > torch.tensor(X.shape)).any():
        raise ValueError("K does not fit in X")
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return (windows * K).sum(dim=(2, 3))
