"""
says: vmap over the output channels
kind: right
"""
def corr2d_multi_in_out(X, K):
    windows = X.unfold(1, K.shape[2], 1).unfold(2, K.shape[3], 1)
    return torch.vmap(lambda kernel: (windows * kernel[:, None, None]).sum((0, 3, 4)))(K)
