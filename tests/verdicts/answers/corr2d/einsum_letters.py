"""
says: einsum sums the places in the kernel the wrong way round
kind: wrong
repair: ab
lines: 13
crashes: no
"""
def corr2d(X, K):
    if X.dim() != 2 or K.dim() != 2 or K.shape[0] > X.shape[0] or K.shape[1] > X.shape[1]:
        raise ValueError("shapes")
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    windows, K = windows.float(), K.float()
    return torch.einsum("ijab,ab->ji", windows, K)
